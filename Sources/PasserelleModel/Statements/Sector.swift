/// A sector of education, and the titles that it awards.
public enum Sector: String, TextValue, CaseIterable, Sendable {
  /// General education at school.
  case school
  /// Vocational education and training.
  case vocational
  /// Universities and other institutions of higher education.
  case higherEducation = "higher-education"

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badSector
  /// What fits.
  public static let expectation = "a sector of education"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }
}
