//! Reckoning with days: months between two, and a day some months later. It knows no today.

use super::IsoDate;

/// Mean length of a month in days (LG11).
pub const MONTH_DAYS: f64 = 30.4375;

/// Days of a month by the Gregorian calendar.
pub(super) fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl IsoDate {
    fn parts(&self) -> (i64, i64, i64) {
        let mut parts = self.0.split('-').map(|part| part.parse().unwrap_or(0));
        let mut part = || parts.next().unwrap_or(0);
        (part(), part(), part())
    }

    /// Months from another day to this one; negative when this one comes first. Whole months are whole numbers.
    #[must_use]
    pub fn months_after(&self, other: &Self) -> f64 {
        let ((year, month, day), (other_year, other_month, other_day)) = (self.parts(), other.parts());
        let whole = (year - other_year) * 12 + month - other_month;
        // The same day so many months on, or the month's last; it lies in this day's month.
        let anchor = other_day.min(days_in(year, month));
        whole as f64 + (day - anchor) as f64 / MONTH_DAYS
    }

    /// The same day of the month so many months later, or the month's last day; `None` outside the years 1 to 9999.
    #[cfg(whole)]
    #[must_use]
    pub fn plus_months(&self, months: i64) -> Option<Self> {
        let (year, month, day) = self.parts();
        let count = year * 12 + (month - 1) + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self::new(&format!("{year:04}-{month:02}-{:02}", day.min(days_in(year, month))))
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
