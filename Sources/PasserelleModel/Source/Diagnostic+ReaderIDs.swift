/// The kinds of problems that only the readers of the Kit find.
///
/// They are declared here and not in the Kit because the host explains them without linking it.
extension Diagnostic.ID {
  // Descriptors

  package static let badTruthValue: Self = "bad-truth-value"
  package static let badURL: Self = "bad-url"
  package static let badVersionLabel: Self = "bad-version-label"
  package static let duplicateLanguage: Self = "duplicate-language"
  package static let duplicateSource: Self = "duplicate-source"
  package static let emptyValue: Self = "empty-value"
  package static let missingLanguage: Self = "missing-language"
  package static let missingSource: Self = "missing-source"
  package static let unknownKey: Self = "unknown-key"
  package static let unknownSource: Self = "unknown-source"

  // Tables

  package static let controlCharacter: Self = "control-character"
  package static let duplicateColumn: Self = "duplicate-column"
  package static let footnoteMark: Self = "footnote-mark"
  package static let missingHeader: Self = "missing-header"
  package static let noSuchRow: Self = "no-such-row"
  package static let orphan: Self = "orphan"
  package static let rowLength: Self = "row-length"
  package static let rowTooLong: Self = "row-too-long"
  package static let spreadsheet: Self = "spreadsheet"
  package static let textAfterQuote: Self = "text-after-quote"
  package static let tooManyColumns: Self = "too-many-columns"
  package static let twoHeads: Self = "two-heads"
  package static let unclosedQuote: Self = "unclosed-quote"

  // Archives and workbooks

  package static let archivePath: Self = "archive-path"
  package static let archiveTooLarge: Self = "archive-too-large"
  package static let brokenArchive: Self = "broken-archive"
  package static let encrypted: Self = "encrypted"
  package static let failedFormula: Self = "failed-formula"
  package static let hiddenCells: Self = "hidden-cells"
  package static let lostZeros: Self = "lost-zeros"
  package static let noSuchSheet: Self = "no-such-sheet"
  package static let tooManyCells: Self = "too-many-cells"
  package static let uncomputedFormula: Self = "uncomputed-formula"
  package static let unreadSheet: Self = "unread-sheet"

  // YAML, XML and JSON

  package static let aliasBomb: Self = "alias-bomb"
  package static let aliasCycle: Self = "alias-cycle"
  package static let anchorOnKey: Self = "anchor-on-key"
  package static let complexKey: Self = "complex-key"
  package static let doctype: Self = "doctype"
  package static let duplicateKey: Self = "duplicate-key"
  package static let json: Self = "json"
  package static let lineSeparator: Self = "line-separator"
  package static let mergeKey: Self = "merge-key"
  package static let severalDocuments: Self = "several-documents"
  package static let tag: Self = "tag"
  package static let unknownAlias: Self = "unknown-alias"
  package static let xml: Self = "xml"
  package static let yaml: Self = "yaml"

  // Limits

  package static let compressed: Self = "compressed"
  package static let nameTooLong: Self = "name-too-long"
  package static let outOfMemory: Self = "out-of-memory"
  package static let recordTooLarge: Self = "record-too-large"
  package static let tagTooLong: Self = "tag-too-long"
  package static let textTooLong: Self = "text-too-long"
  package static let tooDeep: Self = "too-deep"
  package static let tooManyAttributes: Self = "too-many-attributes"
  package static let tooManyValues: Self = "too-many-values"
  package static let unreadFormat: Self = "unread-format"

  /// All of the above; whoever adds one adds it here, so that the catalogue has to explain it.
  package static let ofReaders: [Self] = [
    .badTruthValue, .badURL, .badVersionLabel, .duplicateLanguage, .duplicateSource, .emptyValue,
    .missingLanguage, .missingSource, .unknownKey, .unknownSource, .controlCharacter,
    .duplicateColumn, .footnoteMark, .missingHeader, .noSuchRow, .orphan, .rowLength, .rowTooLong,
    .spreadsheet, .textAfterQuote, .tooManyColumns, .twoHeads, .unclosedQuote, .archivePath,
    .archiveTooLarge,
    .brokenArchive, .encrypted, .failedFormula, .hiddenCells, .lostZeros, .noSuchSheet,
    .tooManyCells, .uncomputedFormula, .unreadSheet, .aliasBomb,
    .aliasCycle, .anchorOnKey, .complexKey, .doctype, .duplicateKey,
    .json, .lineSeparator, .mergeKey, .severalDocuments, .tag, .unknownAlias, .xml, .yaml,
    .compressed, .nameTooLong, .outOfMemory, .recordTooLarge, .tagTooLong, .textTooLong, .tooDeep,
    .tooManyAttributes, .tooManyValues, .unreadFormat,
  ]

  /// What keeps a text from being read, whatever it says: it is wrong for every adapter.
  ///
  /// That a sound text is large is not among them.
  package static let ofText: Set<Self> = [
    .encoding, .controlCharacter, .duplicateColumn, .rowTooLong, .textAfterQuote, .unclosedQuote,
    .aliasBomb, .aliasCycle, .anchorOnKey, .complexKey, .doctype, .duplicateKey, .json,
    .lineSeparator, .mergeKey, .severalDocuments, .tag, .unknownAlias, .xml, .yaml, .compressed,
    .tooDeep, .unreadFormat,
  ]
}
