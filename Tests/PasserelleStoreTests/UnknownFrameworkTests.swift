import PasserelleModel
import PasserelleStore
import Testing

/// What a register names and nobody has imported.
struct UnknownFrameworkTests {
  @Test func bodiesThatAreNamedAreOneWarning() throws {
    let problems = try self.problems(of: [
      (.awardedBy, "org:1"), (.awardedBy, "org:2"), (.preparesFor, "org:1"),
    ])
    #expect(problems.map(\.id) == ["unknown-framework"])
    #expect(problems.first?.severity == .warning)
    #expect(problems.first?.summary.hasPrefix("2 concepts of 'org' are linked to") == true)
    #expect(problems.first?.position.description == "x.csv:4:1")
  }

  @Test func aLevelThatIsNotKnownIsAnErrorAsEver() throws {
    let problems = try self.problems(of: [(.awardedBy, "org:1"), (.referencedTo, "eqff:5")])
    #expect(problems.map(\.severity) == [.error, .error])
    #expect(problems.map(\.position.line) == [4, 5])
  }

  @Test func aCodeThatItsFrameworkDoesNotHaveIsAnErrorAsEver() throws {
    let problems = try self.problems(of: [(.awardedBy, "xx:9")])
    #expect(problems.map(\.id) == ["unknown-code"])
  }

  private func problems(of links: [(Relation, String)]) throws -> [Diagnostic] {
    try CompetenceStore().write { transaction in
      func add(_ statement: Statement, _ line: Int) throws {
        try transaction.add(
          statement, at: PlainStatementTests.place(line), from: PlainStatementTests.origin)
      }
      let name = FrameworkName(series: "xx")
      let id = Identifier(name, Code("1"))
      try add(.framework(Framework(name: name, kind: .competences, title: .english("x"))), 1)
      try add(.document(Document(key: "file", title: "file")), 2)
      var concept = Concept(id: id, kind: .qualification, title: .english("x"))
      concept.source = "file"
      try add(.concept(concept), 3)
      for (line, link) in links.enumerated() {
        let target = try #require(Identifier(link.1))
        try add(.link(Link(from: id, link.0, to: target, source: "file")), line + 4)
      }
      return try transaction.problems()
    }
  }
}
