import PasserelleModel
import PasserelleStore
import Testing

/// What takes the place of something that has its name: an error where it is not the same thing.
struct ReplacementTests {
  @Test func anotherFileIsAWarningWithBothCounts() throws {
    let problems = try replacing(Self.framework(), ["1", "2"], by: Self.framework(), ["1"])
    #expect(problems.map(\.severity) == [.warning])
    #expect(problems.map(\.id) == ["replaces"])
    #expect(problems.first?.summary == "this replaces 'x' of 'old.csv' (1 concept in place of 2)")
  }

  @Test func theSameFileReplacesItselfInSilence() throws {
    let problems = try replacing(
      Self.framework(), ["1"], by: Self.framework(), ["1", "2"], in: "old.csv")
    #expect(problems == [])
  }

  @Test(arguments: ["old.csv", "new.csv"], [true, false])
  func nothingIsReplacedByNothing(file: String, isBundled: Bool) throws {
    let problems = try replacing(
      Self.framework(), ["1"], isBundled: isBundled, by: Self.framework(), [], in: file)
    #expect(problems.map(\.severity) == [.error])
    #expect(problems.map(\.id) == ["replaces"])
    #expect(problems.first?.position.description == "\(file):1:1")
    #expect(problems.first?.hint?.contains("remove x") == !isBundled)
  }

  @Test(arguments: ["uri", "authority", "kind"], ["old.csv", "new.csv"])
  func anotherThingOfTheSameNameIsAnError(what: String, file: String) throws {
    var (old, new) = (Self.framework(), Self.framework())
    switch what {
    case "uri": (old.uri, new.uri) = ("https://a.example/", "https://b.example/")
    case "authority": (old.authority, new.authority) = ("An office", "A ministry")
    default: new.kind = .educationFields
    }
    let error = #expect(throws: Diagnostic.self) {
      try replacing(old, ["1"], by: new, ["1"], in: file)
    }
    #expect(error?.severity == .error)
    #expect(error?.id == "replaces")
  }

  @Test func whatOneOfTheTwoDoesNotSayIsNoDifference() throws {
    var old = Self.framework()
    (old.uri, old.authority) = ("https://a.example/", "An  Office")
    var new = Self.framework()
    new.authority = "an office"
    #expect(try replacing(old, ["1"], by: new, ["1"], in: "old.csv") == [])
  }

  @Test func aSetOfMappingsIsNotReplacedByNothing() throws {
    let store = try CompetenceStore()
    let end = try #require(Identifier("a:1"))
    var problems: [Diagnostic] = []
    for (file, links) in [("old.csv", [end]), ("new.csv", [])] {
      problems = try store.write { transaction in
        var set = MappingSet(name: FrameworkName(series: "set"), title: .english("A set"))
        set.isOpen = true
        set.source = "file"
        let statements: [Statement] =
          [.mappings(set), .document(Document(key: "file", title: "A file"))]
          + links.map { .link(Link(from: $0, .exactMatch, to: $0, source: "file")) }
        try Self.write(statements, from: file, into: transaction)
        return try transaction.problems()
      }
    }
    #expect(
      problems.filter { $0.severity == .error }.map(\.summary) == [
        "this would replace 'set' of 'old.csv', which has 1 link, with nothing"
      ])
  }

  // MARK: - Spreadsheets

  @Test(arguments: [
    ("110", "'0110' is there"), ("10", "'0010' is there"), ("7212.0", "'7212' is there"),
    ("110.0", "'0110' is there"), ("4.1", "'4.10' is there"), ("7200", "'72' is there"),
    ("9999", "'list x' shows what it has"), ("x1", "'list x' shows what it has"),
  ])
  func aCodeThatIsNotThereMayBeASpreadsheets(code: String, hint: String) throws {
    let store = try CompetenceStore()
    let end = try #require(Identifier("x:\(code)"))
    let problems = try store.write { transaction in
      try Self.write(
        Self.statements(Self.framework(), ["0110", "0010", "7212", "72", "4.10"]), from: "x.csv",
        into: transaction)
      var set = MappingSet(name: FrameworkName(series: "set"), title: .english("A set"))
      set.isOpen = true
      set.source = "file"
      try Self.write(
        [
          .mappings(set), .document(Document(key: "file", title: "A file")),
          .link(Link(from: end, .exactMatch, to: end, source: "file")),
        ], from: "set.csv", into: transaction)
      return try transaction.problems()
    }
    #expect(problems.map(\.id) == ["unknown-code"])
    #expect(problems.first?.hint?.hasPrefix(hint) == true, "\(problems.first?.hint ?? "")")
  }

  // MARK: - Drafts

  private static func framework() -> Framework {
    var framework = Framework(
      name: FrameworkName(series: "x"), kind: .occupations, title: .english("X"))
    framework.source = "file"
    return framework
  }

  private func replacing(
    _ old: Framework, _ codes: [String], isBundled: Bool = false, by new: Framework,
    _ others: [String], in file: String = "new.csv"
  ) throws -> [Diagnostic] {
    let store = try CompetenceStore()
    try store.write { transaction in
      try Self.write(
        Self.statements(old, codes), from: "old.csv", isBundled: isBundled, into: transaction)
    }
    return try store.write { transaction in
      try Self.write(Self.statements(new, others), from: file, into: transaction)
      return try transaction.problems()
    }
  }

  private static func statements(_ framework: Framework, _ codes: [String]) -> [Statement] {
    [.framework(framework), .document(Document(key: "file", title: "A file"))]
      + codes.compactMap { Code($0) }.map { code in
        var concept = Concept(
          id: Identifier(framework.name, code), kind: .occupationGroup, title: .english("T"))
        concept.source = "file"
        return .concept(concept)
      }
  }

  private static func write(
    _ statements: [Statement], from file: String, isBundled: Bool = false,
    into transaction: ImportTransaction
  ) throws {
    for statement in statements {
      try transaction.add(
        statement, at: SourcePosition(file: file, line: 1, column: 1),
        from: ImportTransaction.Origin(adapter: "Test", isBundled: isBundled))
    }
    transaction.endSource()
  }
}
