import PasserelleModel
import TestSupport
import Testing

/// A span knows what its dates leave open.
struct ValidityTests {
  @Test(
    arguments: [
      ("2013-12-26", Holding.no), ("2013-12-27", .yes), ("2023-12-31", .yes), ("2024-01-01", .no),
    ] as [(Day, Holding)])
  func holdsFromItsFirstToItsLastDay(day: Day, holding: Holding) {
    let validity = Validity(from: CalendarDate("2013-12-27"), to: CalendarDate("2023"))

    #expect(validity.holding(on: day) == holding)
  }

  @Test(
    arguments: [
      ("2015-12-31", Holding.no), ("2016-01-01", .notKnown), ("2016-12-30", .notKnown),
      ("2016-12-31", .yes),
    ] as [(Day, Holding)])
  func aYearLeavesTheDayOpen(day: Day, holding: Holding) {
    #expect(Validity(from: CalendarDate("2016")).holding(on: day) == holding)
  }

  @Test(
    arguments: [
      ("2013-04-30", Holding.no), ("2013-05-01", .notKnown), ("2017-02-27", .notKnown),
      ("2017-02-28", .yes),
    ] as [(Day, Holding)])
  func betweenTwoBoundsItIsNotKnown(day: Day, holding: Holding) {
    let validity = Validity(from: CalendarDate("2013-05"), by: CalendarDate("2017-02"))

    #expect(validity.holding(on: day) == holding)
  }

  @Test(arguments: [("1000-01-01", .notKnown), ("2012-12-31", .yes)] as [(Day, Holding)])
  func withoutAFirstDayNothingIsKnownBeforeItHeldForCertain(day: Day, holding: Holding) {
    #expect(Validity(by: CalendarDate("2012-12")).holding(on: day) == holding)
  }

  @Test(arguments: [
    ("2013-05", "2017-02", "", false), ("2017-02", "2013-05", "", true),
    ("2017", "2017-02", "", false), ("", "2017-02", "2016", true), ("2013", "", "2012-12", true),
  ])
  func itsDatesComeInOrder(from: String, by: String, to: String, isReversed: Bool) {
    let dates = [from, by, to].map { CalendarDate($0) }
    let validity = Validity(from: dates[0], by: dates[1], to: dates[2])

    #expect(validity.isReversed == isReversed)
  }
}
