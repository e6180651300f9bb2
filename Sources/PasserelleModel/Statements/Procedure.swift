/// A procedure of recognition: who decides on a qualification from elsewhere, for one purpose.
///
/// It belongs to the framework of the system, or to the recognition of a country. What a level says and
/// what a body decides are two things: this is the next step of a person, never part of a finding.
public struct Procedure: Hashable, Sendable {
  /// What the qualification is to be used for.
  public var purpose: Purpose
  /// The name of the scheme, where it has one.
  public var title = LocalizedText()
  /// Whom to ask first.
  public var firstContacts: [String] = []
  /// Who informs.
  public var informationCentres: [String] = []
  /// Who decides.
  public var deciders: [String] = []
  /// Who issues a statement that binds nobody by itself.
  public var issuers: [String] = []
  /// Whether the outcome binds; nothing where the source does not say.
  public var isBinding: Bool?
  /// The laws and agreements that the decision rests on.
  public var legalBasis: [String] = []
  /// The laws that cover some titles only.
  public var laws: [Law] = []
  /// Whose titles it covers; empty where the source does not say.
  public var origins: [TitleOrigin] = []
  /// The sectors of education whose titles it covers; all where none is named.
  public var sectors: [Sector] = []
  /// The fields of education that it covers, in a classification; all where none is named.
  public var educationFields: [Identifier] = []
  /// The occupations that it covers, in a classification; all where none is named.
  public var occupations: [Identifier] = []
  /// The fields of education that it excepts, in a classification.
  public var exceptedFields: [Identifier] = []
  /// The occupations that it excepts, in a classification.
  public var exceptedOccupations: [Identifier] = []
  /// What it covers, in words.
  public var covers = LocalizedText()
  /// Where it is described, or applied for.
  public var url: String?
  /// What a person must know beside that.
  public var note = LocalizedText()
  /// When it holds.
  public var validity = Validity()
  /// The key of the document that says so.
  public var source: String?
  /// Whether it was seen in the document; what is only recalled is not.
  public var isVerified = true

  /// Creates a procedure with what it cannot do without.
  public init(for purpose: Purpose) {
    self.purpose = purpose
  }
}

/// A law that covers the titles of some countries only: `eu-eea-ch: Directive 2005/36/EC`.
public struct Law: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badOrigin
  /// What fits.
  public static let expectation = "a law with its origins"
  /// What to write instead.
  public static let hint = "write origins, a colon and the law: 'eu-eea-ch: Directive 2005/36/EC'"

  /// What it is called.
  public let title: String
  /// Whose titles it covers.
  public let origins: [TitleOrigin]

  /// Makes a law of its parts.
  public init(_ title: String, for origins: [TitleOrigin]) {
    (self.title, self.origins) = (title, origins)
  }

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let names = parts[0].split(separator: ",").map { String($0).trimmed }
    let origins = names.compactMap { TitleOrigin($0) }
    guard !origins.isEmpty, origins.count == names.count else { return nil }
    self.init(parts[1], for: origins)
  }

  /// The law behind its origins.
  public var description: String {
    "\(origins.map(\.description).joined(separator: ", ")): \(title)"
  }
}
