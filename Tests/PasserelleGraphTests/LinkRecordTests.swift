import PasserelleGraph
import PasserelleModel
import Testing

/// Links as the graph holds them.
struct LinkRecordTests {
  /// Otherwise each new one of a set is compared with all that are there.
  @Test func statementsOfOnePairAreToldApartByTheirPlaces() {
    let ends = ["a", "b"].map { Identifier(FrameworkName(series: $0), Code("1")) }
    let records = (1...1_000).map { line in
      LinkRecord(
        link: Link(from: ends[0], .closeMatch, to: ends[1]),
        evidence: Evidence(
          document: nil, position: SourcePosition(file: "f", line: line, column: 1),
          isVerified: true))
    }
    #expect(Set(records.map(\.hashValue)).count > 990)
    #expect(Set(records + records).count == 1_000)
  }
}
