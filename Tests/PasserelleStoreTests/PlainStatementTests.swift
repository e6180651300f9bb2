import CPasserelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import Testing

/// Plain statements are a shorter way into the store, never another content.
struct PlainStatementTests {
  @Test func sayTheSameAsTheLongWay() throws {
    let (short, long) = (try CompetenceStore(), try CompetenceStore())
    for (store, isShort) in [(short, true), (long, false)] {
      try store.write { transaction in
        for (index, statement) in Self.taxonomy.enumerated() {
          let place = Self.place(index + 1)
          if isShort, try Self.addPlain(statement, to: transaction, at: place) { continue }
          try transaction.add(statement, at: place, from: Self.origin)
        }
        #expect(try transaction.problems() == [])
      }
    }
    #expect(try short.read { try $0.contentHash() } == long.read { try $0.contentHash() })
    for words in ["ecole", "École", "taxi driver", "drive", "grosse strasse"] {
      let (one, other) = try (
        short.read { try $0.search(words, limit: 9) }, long.read { try $0.search(words, limit: 9) }
      )
      #expect(one.map(\.id) == other.map(\.id) && !one.isEmpty, "\(words)")
    }
  }

  @Test func allThreeKindsAreTaken() throws {
    try CompetenceStore().write { transaction in
      var taken: [Bool] = []
      for (index, statement) in Self.taxonomy.enumerated() {
        let place = Self.place(index + 1)
        taken.append(try Self.addPlain(statement, to: transaction, at: place))
        if taken.last == false { try transaction.add(statement, at: place, from: Self.origin) }
      }
      // The framework and its document open the way for all others.
      #expect(taken == [false, false] + Array(repeating: true, count: Self.taxonomy.count - 2))
    }
  }

  @Test(arguments: [
    "from=xx:1 relation=broader to=xx:2 source=file colour=red",
    "from=xx:1 relation=braoder to=xx:2 source=file", "from=xx:1 relation=broader to=xx:2",
    "from=xx:1 relation=broader to=xx:2 source=other",
    "from=xx:1 from=xx:1 relation=broader to=xx:2 source=file",
    "from=XX:1 relation=broader to=xx:2 source=file", "from=xx:1 relation=broader to= source=file",
    "from=xx:1 relation=broader to=xx:2 source=file note=why",
    "from=xx:1 relation=broader to=xx:2 source=file justification=hope",
    "from=xx:1 relation=broader to=xx:2 source=file from-uri=",
  ])
  func whatIsNotPlainIsLeftToTheLongWay(link: String) throws {
    try CompetenceStore().write { transaction in
      for statement in Self.taxonomy.prefix(2) {
        try transaction.add(statement, at: Self.place(1), from: Self.origin)
      }
      var fields = Fields("link")
      for field in link.split(separator: " ") {
        let parts = field.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        fields.fields.append(Fields.Field(name: parts[0], value: parts[1]))
      }
      #expect(try Self.addPlain(fields, to: transaction, at: Self.place(2)) == false)
    }
  }

  @Test func aConceptThatStandsTwiceIsReportedAsEver() throws {
    try CompetenceStore().write { transaction in
      for (index, statement) in Self.taxonomy.prefix(3).enumerated() {
        try transaction.add(statement, at: Self.place(index + 1), from: Self.origin)
      }
      #expect(try Self.addPlain(Self.taxonomy[2], to: transaction, at: Self.place(9)) == false)
      let error = #expect(throws: Diagnostic.self) {
        try transaction.add(Self.taxonomy[2], at: Self.place(9), from: Self.origin)
      }
      #expect(error?.id == "duplicate-code")
      #expect(error?.hint == "the first is on line 3")
    }
  }

  // MARK: - What is stated

  static let origin = ImportTransaction.Origin(adapter: "Test", isBundled: false)

  static func place(_ line: Int) -> SourcePosition {
    SourcePosition(file: "x.csv", line: line, column: 1)
  }

  private static let taxonomy: [Statement] = {
    let name = FrameworkName(series: "xx")
    func id(_ code: String) -> Identifier { Identifier(name, Code(code)) }
    func concept(_ code: String, _ title: String, _ alternatives: [String]) -> Concept {
      var concept = Concept(id: id(code), kind: .competence, title: .english(title))
      concept.alternatives = LocalizedText(
        alternatives.flatMap { LocalizedText.english($0).entries })
      concept.source = "file"
      return concept
    }
    var tiered = concept("2", "Drive a TAXI driver's car", ["to drive", " to  drive "])
    tiered.tier = "skill"
    tiered.uri = "http://example.org/2"
    var mapping = Link(from: id("1"), .closeMatch, to: id("2"), source: "file")
    (mapping.fromURI, mapping.toURI) = ("http://example.org/1", "http://example.org/2")
    (mapping.confidence, mapping.justification) = (Confidence("0.7"), .manualCuration)
    var note = Note(about: id("1"), text: .english("What it is."), source: "file")
    note.isBackground = true
    return [
      .framework(Framework(name: name, kind: .competences, title: .english("Skills"))),
      .document(Document(key: "file", title: "x.csv")),
      .concept(concept("1", "École supérieure", ["Große Straße", "Σχολή"])), .concept(tiered),
      .link(Link(from: id("2"), .broader, to: id("1"), source: "file")), .note(note),
      .link(mapping),
    ]
  }()

  private static func addPlain(
    _ statement: Statement, to transaction: ImportTransaction, at place: SourcePosition
  ) throws -> Bool {
    try addPlain(statement.fields, to: transaction, at: place)
  }

  /// Hands the fields over as an adapter would.
  static func addPlain(
    _ fields: Fields, to transaction: ImportTransaction, at place: SourcePosition
  ) throws -> Bool {
    let texts = ([fields.kind] + fields.fields.flatMap { [$0.name, $0.value, $0.language] })
      .map { text in
        let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8.map(CChar.init(bitPattern:)))
        return bytes
      }
    defer { for text in texts { text.deallocate() } }
    let encoded = texts.map {
      passerelle_text(bytes: UnsafePointer($0.baseAddress), count: $0.count)
    }
    let list = stride(from: 1, to: encoded.count, by: 3).map {
      passerelle_field(name: encoded[$0], value: encoded[$0 + 1], language: encoded[$0 + 2])
    }
    return try list.withUnsafeBufferPointer { list in
      var statement = passerelle_statement(
        size: MemoryLayout<passerelle_statement>.size, kind: encoded[0], fields: list.baseAddress,
        field_count: list.count,
        position: passerelle_position(
          part: 0, line: UInt32(place.line), column: UInt32(place.column)))
      guard let plain = PlainStatement(&statement) else { return false }
      return try transaction.addPlain(plain) { _ in place.file }
    }
  }
}
