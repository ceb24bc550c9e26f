//! Typed values to JSON text, byte for byte as JavaScript's `JSON.stringify` writes them.
//!
//! A serializer of serde's that cannot fail: without errors to hand on, a field costs a call or two. `serde_json` and
//! `serde-wasm-bindgen` take half as much code again for the same report. It knows no type of ours.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize, Serializer};

use crate::host;

/// The text written so far. Whether a comma is due shows in its last letter.
#[derive(Default)]
pub struct Writer(String);

/// JSON text of a value. Numbers that JSON does not know become `null`.
pub fn write<T: Serialize + ?Sized>(value: &T) -> String {
    let mut writer = Writer::default();
    let Ok(()) = value.serialize(&mut writer);
    writer.0
}

impl Writer {
    /// Before an item or a key.
    #[inline(never)]
    fn next(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }

    fn open(&mut self, begin: &str, end: &'static str) -> Open<'_> {
        self.0.push_str(begin);
        Open { writer: self, end }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        self.text(key);
        self.0.push(':');
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push('"');
        for letter in text.chars() {
            let escape = match letter {
                '"' | '\\' => letter,
                '\u{8}' => 'b',
                '\t' => 't',
                '\n' => 'n',
                '\u{c}' => 'f',
                '\r' => 'r',
                '\0'..=' ' if letter != ' ' => {
                    let code = u32::from(letter);
                    self.0.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                    self.0.extend(char::from_digit(code % 16, 16));
                    continue;
                }
                _ => {
                    self.0.push(letter);
                    continue;
                }
            };
            self.0.push('\\');
            self.0.push(escape);
        }
        self.0.push('"');
    }
}

/// There is no error; the type is serde's name for one.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    /// Only an enum tagged inside whose variant is no struct would come here, and maps of unknown length never do.
    fn custom<T: Display>(_: T) -> Self {
        std::process::abort()
    }
}

macro_rules! whole_numbers {
    ($($method:ident: $type:ty,)+) => {
        $(
            fn $method(self, value: $type) -> Result<(), Never> {
                self.0.push_str(&value.to_string());
                Ok(())
            }
        )+
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Open<'a>;
    type SerializeTupleVariant = Open<'a>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Open<'a>;

    whole_numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
    }

    fn serialize_bool(self, value: bool) -> Result<(), Never> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Never> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Never> {
        if !value.is_finite() {
            return self.serialize_unit();
        }
        self.0.push_str(&host::text(value));
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Never> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Never> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.0.push('{');
        self.key(variant);
        value.serialize(&mut *self)?;
        self.0.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Never> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, Never> {
        self.0.push('{');
        self.key(variant);
        Ok(self.open("[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Never> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Never> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, Never> {
        self.0.push('{');
        self.key(variant);
        Ok(self.open("{", "}}"))
    }
}

/// A list or an object that is not closed yet.
pub struct Open<'a> {
    writer: &'a mut Writer,
    end: &'static str,
}

impl Open<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.writer.next();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Never> {
        self.writer.key(key);
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Result<(), Never> {
        self.writer.0.push_str(self.end);
        Ok(())
    }
}

macro_rules! items {
    ($($trait:ident::$method:ident,)+) => {
        $(
            impl ser::$trait for Open<'_> {
                type Ok = ();
                type Error = Never;
                fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                    self.item(value)
                }
                fn end(self) -> Result<(), Never> {
                    self.close()
                }
            }
        )+
    };
}

macro_rules! fields {
    ($($trait:ident,)+) => {
        $(
            impl ser::$trait for Open<'_> {
                type Ok = ();
                type Error = Never;
                fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
                    self.field(key, value)
                }
                fn end(self) -> Result<(), Never> {
                    self.close()
                }
            }
        )+
    };
}

items! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

fields! {
    SerializeStruct,
    SerializeStructVariant,
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.item(key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.writer.0.push(':');
        value.serialize(&mut *self.writer)
    }
    fn end(self) -> Result<(), Never> {
        self.close()
    }
}
