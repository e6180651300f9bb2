/// The span in which something holds, as exactly as its source says.
///
/// A source may give only bounds of the beginning: a country was not in the list of May 2013, and it was
/// in that of February 2017. `from` is then the first of these, and `by` the second. Between them it is
/// not known whether the thing held; nor is it, where there is no `from`, before `by`.
public struct Validity: Hashable, Sendable {
  /// The date on which it began, or the earliest that it may have begun.
  public var from: CalendarDate?
  /// The date by which it held for certain, if that is not the one on which it began.
  public var by: CalendarDate?
  /// The last day it holds.
  public var to: CalendarDate?

  /// Creates a span; an open end has no date.
  public init(from: CalendarDate? = nil, by: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.by = by
    self.to = to
  }

  /// Whether it holds on a day.
  ///
  /// A date may be a year or a month: on a day within it, it is not known whether the thing had begun.
  /// Without any date for its beginning, it holds until its last day.
  public func holding(on day: Day) -> Holding {
    if let to, to.lastDay < day { return .no }
    guard let certain = by ?? from, day < certain.lastDay else { return .yes }
    if let from, day < from.firstDay { return .no }
    return .notKnown
  }

  /// The beginning that is certain, for those who have a place for one date only.
  public var certainFrom: CalendarDate? { by ?? from }

  /// Whether it may hold on a day: nothing here says that it does not.
  public func contains(_ day: Day) -> Bool { holding(on: day) != .no }

  /// Whether it is known not to have begun on a day.
  public func begins(after day: Day) -> Bool { from.map { day < $0.firstDay } ?? false }

  /// Whether any date says when it began.
  public var hasBeginning: Bool { from != nil || by != nil }

  /// Whether the dates are in an order that cannot be: it ends, or has begun, before it starts.
  public var isReversed: Bool {
    let dates = [from, by, to].compactMap { $0 }
    return zip(dates, dates.dropFirst()).contains { $1.lastDay < $0.firstDay }
  }
}

/// Whether something holds on a day.
public enum Holding: Hashable, Sendable {
  case yes, no
  /// The sources leave it open.
  case notKnown
}
