/// How much learning a qualification stands for, as its source counts it: `360 total-hours`.
public struct Workload: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    /// Hours of all the learning: England's total qualification time, `PT60H` of Europass.
    case totalHours = "total-hours"
    /// Hours under the guidance of a teacher: England's guided learning hours.
    case guidedHours = "guided-hours"
    /// Points of the European Credit Transfer and Accumulation System.
    case ects
    /// Points of the framework's own.
    case credits
    case days
    case weeks
    case months
    case years
  }

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badWorkload
  /// What fits.
  public static let expectation = "a workload"
  /// What to write instead.
  public static let hint =
    "write a number, or two with a hyphen between them, and one of "
    + Unit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

  /// The number as the source writes it, or a range: `60`, `7.5`, `360-400`.
  public let amount: String
  /// What is counted.
  public let unit: Unit

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let unit = Unit(rawValue: String(words[1])) else { return nil }
    self.init(String(words[0]), unit)
  }

  /// Makes the value of an amount, where that is one.
  public init?(_ amount: String, _ unit: Unit) {
    let numbers = amount.split(separator: "-", omittingEmptySubsequences: false)
    guard amount.utf8.count <= 32, (1...2).contains(numbers.count),
      numbers.allSatisfy({ number in
        number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
          && Double(number) != nil
      })
    else { return nil }
    (self.amount, self.unit) = (amount, unit)
  }

  /// The least and the most of it.
  public var bounds: ClosedRange<Double> {
    let numbers = amount.split(separator: "-").compactMap { Double($0) }
    guard let least = numbers.min(), let most = numbers.max() else { return 0...0 }
    return least...most
  }

  /// The text that the value was made of.
  public var description: String { "\(amount) \(unit.rawValue)" }
}
