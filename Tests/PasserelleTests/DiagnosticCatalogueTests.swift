import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Every diagnostic that a descriptor can get is explained, in the program and in the guide.
struct DiagnosticCatalogueTests {
  private static let entries = DiagnosticCatalogue.groups.flatMap(\.entries)

  /// Every kind of problem that is declared outside of an adapter, each list beside its declarations.
  private static let declared: [Diagnostic.ID] =
    Diagnostic.ID.shared + Diagnostic.ID.ofReaders + Diagnostic.ID.ofChecks + Diagnostic.ID.ofHost

  /// The kinds that no descriptor gets: they are about tables, releases, profiles and records.
  private static let others: Set<Diagnostic.ID> = [
    .assumedKind, .awardInFuture, .badConcept, .badDocumentState, .badNumber, .controlCharacter,
    .danglingRow,
    .duplicateColumn, .footnoteMark, .json, .mended, .missingColumn, .missingHead, .missingHeader,
    .missingPart, .missingTitle, .missingValue, .noLanguage, .noSuchRow, .notAProfile, .orphan,
    .passedOver, .personalData, .rowLength, .rowTooLong, .spreadsheet, .stopped, .textAfterQuote,
    .tooManyColumns, .twoHeads, .unclosedQuote, .unknownEdition,
  ]

  @Test func explainsEveryDiagnosticOfADescriptor() {
    #expect(Set(Self.declared).subtracting(Self.others) == Set(Self.entries.map(\.id)))
  }

  @Test func noTwoKindsHaveOneName() {
    #expect(Set(Self.declared).count == Self.declared.count)
  }

  @Test func explainsEachOnceInWholeSentences() {
    #expect(Set(Self.entries.map(\.id)).count == Self.entries.count)
    for entry in Self.entries {
      #expect(entry.meaning.hasSuffix(".") && entry.advice.hasSuffix("."), "\(entry.id)")
    }
  }

  /// With `UPDATE_TRANSCRIPTS=1` the table is written anew.
  @Test func theGuideHasTheSameTable() throws {
    let file = Place.root.appending(path: "Documentation/Authorities.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(
      text.range(of: "<!-- findings: made from the program; do not edit -->\n"))
    let end = try #require(text.range(of: "<!-- end of findings -->"))
    let made = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try Data(made.utf8).write(to: file)
    }

    #expect(made == text)
  }

  private static var table: String {
    DiagnosticCatalogue.groups.map { group in
      let rows = group.entries.map { "| `\($0.id)` | \($0.meaning) | \($0.advice) |\n" }.joined()
      return "\n### \(group.title)\n\n| name | what it means | what to do |\n| --- | --- | --- |\n"
        + rows
    }.joined() + "\n"
  }
}
