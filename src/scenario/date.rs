//! Reckoning with days: months between two, and a day some months later. It knows no today.

use super::IsoDate;

/// Mean length of a month in days (LG11).
pub const MONTH_DAYS: f64 = 30.4375;

impl IsoDate {
    fn parts(&self) -> (i64, i64, i64) {
        let mut parts = self.0.split('-').map(|part| part.parse().unwrap_or(0));
        let mut part = || parts.next().unwrap_or(0);
        (part(), part(), part())
    }

    /// Days since the first of March of year 0, by the Gregorian calendar.
    fn day_number(&self) -> i64 {
        let (year, month, day) = self.parts();
        // Counted from March, leap days come last and need no exception.
        let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
    }

    /// Months from another day to this one; negative when this one comes first. Whole months are whole numbers.
    #[must_use]
    pub fn months_after(&self, other: &Self) -> f64 {
        let ((year, month, day), (other_year, other_month, other_day)) = (self.parts(), other.parts());
        let whole = (year - other_year) * 12 + month - other_month;
        match other.plus_months(whole) {
            Some(anchor) if day != other_day => {
                whole as f64 + (self.day_number() - anchor.day_number()) as f64 / MONTH_DAYS
            }
            _ => whole as f64,
        }
    }

    /// The same day of the month so many months later, or the month's last day; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn plus_months(&self, months: i64) -> Option<Self> {
        let (year, month, day) = self.parts();
        let count = year * 12 + (month - 1) + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        // The longest month first: 31 November becomes the 30th.
        (0..4).find_map(|less| Self::new(&format!("{year:04}-{month:02}-{:02}", day - less)))
    }

    /// The day as `2026-11-24`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> IsoDate {
        IsoDate(text.to_owned())
    }

    #[test]
    fn months_later_keep_the_day_where_they_can() {
        let cases = [
            ("2026-11-24", 12, Some("2027-11-24")),
            ("2026-01-31", 1, Some("2026-02-28")),
            ("2024-01-31", 1, Some("2024-02-29")),
            ("2026-03-15", -3, Some("2025-12-15")),
            ("9999-12-01", 1, None),
        ];
        for (from, months, to) in cases {
            assert_eq!(day(from).plus_months(months), to.map(day), "{from} {months}");
        }
    }

    #[test]
    fn months_between_days() {
        let cases = [
            ("2026-11-24", "2027-11-24", 12.0),
            ("2026-01-31", "2026-02-28", 1.0),
            ("2026-01-01", "2026-01-16", 15.0 / MONTH_DAYS),
            ("2027-01-01", "2026-01-01", -12.0),
        ];
        for (from, to, months) in cases {
            assert!((day(to).months_after(&day(from)) - months).abs() < 1e-12, "{from} {to}");
        }
    }
}
