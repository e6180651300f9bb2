import PasserelleKit
import PasserelleTesting
import Testing

@testable import CTDL

/// Which resources are read, how often, and under what name.
struct ResourceTests {
  @Test func onlyCredentialsAreQualifications() {
    let reading = Reading(
      of: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
         {"@id": "https://x.example/c", "@type": "ceterms:MicroCredential", "ceterms:name": {"en": "C"}},
         {"@id": "https://x.example/m", "@type": "qdata:Metric", "ceterms:name": {"en": "M"}},
         {"@id": "https://x.example/b", "@type": "ceterms:BachelorsDegree", "ceterms:name": {"en": "B"}},
         {"@id": "https://x.example/k", "@type": "ceterms:CredentialComponent", "ceterms:name": {"en": "K"}},
         {"@id": "https://x.example/t", "@type": "ceterms:CredentialType", "ceterms:name": {"en": "T"}},
         {"@id": "_:v", "@type": "ceterms:VerificationProfile"},
         {"@id": "https://x.example/s", "@type": "skos:ConceptScheme", "ceasn:name": {"en": "S"}},
         {"@id": "https://x.example/l", "@type": "skos:Concept", "skos:prefLabel": {"en": "L"}}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.concepts.map(\.uri) == ["https://x.example/c"])
    #expect(
      reading.diagnostics.map(\.summary)
        == [
          "qdata:Metric'", "BachelorsDegree' (is 'BachelorDegree' meant?)", "CredentialComponent'",
          "CredentialType'", "VerificationProfile'", "skos:ConceptScheme'", "skos:Concept'",
        ].map { "skipped once: a resource of the type '\($0)" })
  }

  @Test func twoRecordsOfOneAddressAreNeverOne() {
    let reading = expectDiagnostics(
      from: CTDL(),
      reading: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
          {"@id": "https://x.example/1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "Welder"}},
          1️⃣{"@id": "https://x.example/1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "Baker"}},
          {"@id": "https://x.example/2", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "A"}},
          2️⃣{"@id": "https://x.example/2", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "A"}},
          {"@id": "https://x.example/3", "@type": "ceterms:Organization", "ceterms:name": {"en": "O"}},
          3️⃣{"@id": "https://x.example/3", "@type": "ceterms:Organization", "ceterms:name": {"en": "P"}}]}
        """, named: "x.json",
      ["1️⃣": "duplicate-code", "2️⃣": "duplicate-code", "3️⃣": "duplicate-code"])
    #expect(reading.concepts.map(\.title.preferred) == ["Welder", "A", "O"])
    #expect(reading.diagnostics.first?.hint?.hasPrefix("the first is on line 2") == true)
  }

  @Test func aResourceMayBeWrittenAgainInsideAnother() {
    let guild = """
      {"@id": "https://x.example/g", "@type": "ceterms:Organization", "ceterms:name": {"en": "Guild"}}
      """
    let reading = expectDiagnostics(
      from: CTDL(),
      reading: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
          {"@id": "https://x.example/1", "@type": "ceterms:Badge", "ceterms:name": {"en": "A"}, "ceterms:ownedBy": \(guild)},
          {"@id": "https://x.example/2", "@type": "ceterms:Badge", "ceterms:name": {"en": "B"}, "ceterms:ownedBy": \(guild)},
          {"@id": "https://x.example/3", "@type": "ceterms:Badge", "ceterms:name": {"en": "C"}, "ceterms:ownedBy":
            1️⃣{"@id": "https://x.example/g", "@type": "ceterms:Organization", "ceterms:name": {"en": "Another"}}}]}
        """, named: "x.json", ["1️⃣": "duplicate-code"])
    #expect(
      reading.concepts.filter { $0.kind == .organisation }.map(\.uri) == ["https://x.example/g"])
    #expect(reading.links.count == 2)
  }

  @Test func credentialsInsideOtherResourcesAreRead() {
    let reading = Reading(
      of: """
        {"@id": "https://x.example/0", "@type": "ceterms:Collection", "ceterms:hasMember": [
          {"@id": "https://x.example/1", "@type": "ceterms:Badge", "ceterms:name": {"en": "A"},
           "ceterms:isPartOf": {"@id": "https://x.example/2", "@type": "ceterms:Badge", "ceterms:name": {"en": "B"}}}]}
        """, named: "x.json", with: CTDL())
    #expect(reading.concepts.map(\.title.preferred) == ["A", "B"])
    #expect(
      reading.diagnostics.map(\.summary) == ["skipped once: a resource of the type 'Collection'"])
  }

  @Test func whatIsSaidTwiceIsTold() {
    let reading = expectDiagnostics(
      from: CTDL(),
      reading: """
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [
          {"@id": "https://x.example/1", "@type": "ceterms:Badge", "ceterms:name": {"en": "A"},
           "ceterms:ownedBy": ["_:o", 1️⃣"_:o"],
           "ceterms:audienceLevelType": ["audLevel:AdvancedLevel", 2️⃣"audLevel:AdvancedLevel"]},
          {"@id": "_:o", "@type": "ceterms:Organization", "ceterms:name": {"en": "O"}}]}
        """, named: "x.json", ["1️⃣": "duplicate-pair", "2️⃣": "duplicate-pair"])
    #expect(reading.links.map(\.relation) == [.awardedBy, .atLevel])
    #expect(
      reading.diagnostics.allSatisfy {
        $0.hint?.contains("the first is on line 3") ?? false
          || $0.hint?.contains("the first is on line 4") ?? false
      })
  }

  @Test func aFrameworkGoesByItsAddressInAnyLanguage() {
    func level(_ rest: String) -> String {
      "{\"@type\": \"ceterms:CredentialAlignmentObject\"\(rest)}"
    }
    let own = ", \"ceterms:framework\": \"https://credreg.net/ctdl/terms/AudienceLevel\""
    let nqf = ", \"ceterms:framework\": \"https://nqf.example/levels/scheme\""
    let node = ", \"ceterms:targetNode\": \"audLevel:AdvancedLevel\""
    let third = ", \"ceterms:targetNode\": \"https://nqf.example/levels/3\""
    let levels = [
      level("\(own)\(node), \"ceterms:frameworkName\": {\"en\": \"Audience Level\"}"),
      level("\(own)\(node), \"ceterms:frameworkName\": {\"es\": \"Nivel de audiencia\"}"),
      level("\(own)\(node)"), "\"http://purl.org/ctdl/vocabs/audLevel/AdvancedLevel\"",
      level("\(nqf)\(third), \"ceterms:frameworkName\": {\"en\": \"NQF\"}"),
      level("\(nqf)\(third), \"ceterms:frameworkName\": {\"de\": \"DQR\"}"),
      level("\(nqf)\(third)"),
    ]
    let graph = levels.enumerated().map { index, level in
      """
      {"@id": "https://x.example/\(index)", "@type": "ceterms:Badge", "ceterms:name": {"en": "A"},
       "ceterms:audienceLevelType": \(level)}
      """
    }
    let reading = Reading(
      of: "{\"@graph\": [\(graph.joined(separator: ", "))]}", named: "x.json", with: CTDL())
    #expect(reading.diagnostics == [])
    #expect(
      Set(reading.links.prefix(4).map(\.to.description)) == ["ctdl-audience-level:AdvancedLevel"])
    #expect(reading.links.prefix(4).allSatisfy { $0.relation == .atLevel })
    #expect(Set(reading.links.dropFirst(4).map(\.to)).count == 1)
    #expect(Set(reading.links.dropFirst(4).map(\.toURI)) == ["https://nqf.example/levels/3"])
    #expect(reading.links.dropFirst(4).allSatisfy { $0.relation == .comparedTo })
  }

  @Test func whatIsNotInTheFileIsKeptByItsAddress() {
    let reading = Reading(
      of: """
        {"@id": "https://x.example/1", "@type": "ceterms:Badge", "ceterms:name": {"en": "A"},
         "ceterms:ownedBy": "https://other.example/o", "ceterms:atLevel": "https://nqf.example/3",
         "ceterms:requires": {"ceterms:targetCompetency": [{"ceterms:targetNode": "https://skills.example/1"}]}}
        """, named: "x.json", with: CTDL())
    #expect(
      reading.links.map { "\($0.relation.rawValue) \($0.toURI ?? "")" } == [
        "awardedBy https://other.example/o", "atLevel https://nqf.example/3",
        "attests https://skills.example/1",
      ])
    #expect(reading.diagnostics == [])
  }
}
