import Foundation
import Passerelle
import TestSupport
import Testing

@testable import PasserelleAnswers

/// The words of answers: one table a language, keyed by the case.
struct LanguageTests {
  static let folder = Place.root.appending(path: "Languages").path

  private static func table(_ language: String) throws -> [String: String] {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(language).json"))
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  /// The parameters of a message.
  private static func parameters(of message: String) -> Set<String> {
    Set(message.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
  }

  @Test(arguments: Language.names(in: folder))
  func aLanguageHasWordsForEveryCaseAndNoOther(language: String) throws {
    // The names of parts of countries are looked up by their codes.
    let keys = Set(try Self.table(language).keys.filter { !$0.hasPrefix("country.") })
    #expect(keys.symmetricDifference(Messages.keys) == [])
  }

  @Test(arguments: Language.names(in: folder))
  func aMessageHasTheParametersOfItsEnglish(language: String) throws {
    let english = try Self.table("en")
    let others = try Self.table(language).filter { key, message in
      Self.parameters(of: message) != Self.parameters(of: english[key] ?? "")
    }
    #expect(others.isEmpty)
  }

  /// The marks of typewriters, and the blanks that a line may end at where the language has none.
  @Test(arguments: Language.names(in: folder).filter { $0 != "en" })
  func aMessageIsSetAsItsLanguageIs(language: String) throws {
    let isFrench = language == "fr"
    let untidy = try Self.table(language).filter { key, message in
      // What lists and numbers are written with are marks and no sentences.
      guard !key.hasPrefix("list."), !key.hasPrefix("number.") else { return false }
      let hasBreak = message.contains(/[^\u{A0}\u{202F}][:;?!»](\s|$)|«[^\u{A0}\u{202F}]/)
      return message.contains(/['"]|  |\s\./) || (isFrench && hasBreak)
        || (!isFrench && message.contains(/\s[:;»](\s|$)|«\s/))
        || (language == "de" && message.contains(/[«»”]/))
        || (language == "ar" && message.contains(/[,;]\s/))
    }
    #expect(untidy.isEmpty)
  }

  /// What says that two things are the same, in any of the languages.
  private static let sameness = [
    "equival", "équival", "äquival", "gleichwert", "эквивалент", "еквівалент", "равноцен",
    "рівноцін", "معادل", "مكافئ", "identical", "identique", "idéntic", "idêntic", "identisch",
    "идентич", "ідентич", " equal", " égal", " igual",
  ]

  /// What says that somebody declared it.
  private static let declared = [
    "declar", "déclar", "erklär", "объявлен", "деклар", "оголош", "إعلان", "معلَن",
  ]

  @Test(arguments: Language.names(in: folder))
  func noMessageClaimsSamenessWithoutADeclaration(language: String) throws {
    let claims = try Self.table(language).values.filter { message in
      let text = message.lowercased()
      return Self.sameness.contains { text.contains($0) }
        && !Self.declared.contains { text.contains($0) }
    }
    #expect(claims.isEmpty)
  }

  @Test func noTwoCasesHaveOneKey() {
    let keys = Messages.all.flatMap(Messages.keys(of:))
    #expect(keys.count == Set(keys).count)
  }

  @Test(arguments: ["xx", "../en", ""])
  func aLanguageThatIsNotThereIsNamedWithThoseThatAre(name: String) {
    let error = #expect(throws: LanguageError.self) { try Language(name, in: Self.folder) }
    let names = Language.names(in: Self.folder).joined(separator: ", ")
    #expect(error?.description.contains(names) == true)
  }
}
