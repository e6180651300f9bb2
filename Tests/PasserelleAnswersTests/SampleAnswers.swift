import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleSigning
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Answers of every kind, made at a desk on the library and on a few small files.
struct SampleAnswers {
  /// The answers, in no language yet.
  let answers: [any Answer]

  private static let day: Day = "2026-11-23"
  private static let files = Place.root.appending(path: "Tests/Transcripts/transcripts/files")
  private static let profiles = Place.root.appending(path: "Documentation/Profiles")

  init() throws {
    let place = try Place()
    defer { place.remove() }
    var locations = place.locations
    locations.maps = Place.root.appending(path: "Maps").path
    let library = try Library(at: locations)
    let imported = try library.importing(
      [
        "skills.yaml", "occupations.yaml", "certificate.yaml", "agreement.yaml", "decisions.csv",
        "sectors.yaml", "sectors-abroad.csv",
      ].map(Self.file)
        + [
          try place.write("yy-old.yaml", Self.old), try place.write("yy-new.yaml", Self.new),
        ])
    #expect(!imported.hasErrors)
    let workbook = SourceFile(name: "x.xlsx", path: place.folder.path + "/x.xlsx")
    try TestArchive.excel(["Codes": TestArchive.rows([["bolt"]])])
      .write(to: URL(filePath: workbook.path))
    let mapped = try place.write(
      "codes.csv", "O*NET-SOC Code,Title,Description\n11-2032.00,Public Relations Managers,\n")
    let loader = AdapterLoader(locations)
    let profiles = try Self.read(by: ProfileSource(loader))
    answers =
      try library.store.read { graph in
        let desk = try Desk(graph, day: Self.day)
        return try Self.comparisons(desk) + Self.looks(desk) + Self.assessments(profiles, desk)
          + [desk.corridor(from: "UA", to: "PL"), desk.corridor(from: "PH", to: "NL")]
      } + [
        ReportAnswer(
          try library.checking([Self.file("broken.yaml"), workbook, mapped], on: Self.day)),
        AdapterListAnswer(loader.all().adapters, []),
        TrustedAdapterListAnswer(
          [TrustList.Entry(hash: "0", name: "Norway", version: "1.0.0")], foundBy: loader),
        Self.groups, try Self.verification(at: library), try Self.credential(),
        StoreFileAnswer(try library.backup(to: place.folder.path + "/backup.db")),
        Self.receipt, ReceiptsAnswer([("1.json", Self.receipt)]),
      ]
  }

  /// The receipt of a run that was ended.
  private static let receipt = BatchReceipt(
    of: BatchQuestion("compare", asOf: day, in: .none), columns: ["from", "to"], shard: .whole,
    graph: "0", program: "0")

  /// A signed statement whose sources have changed.
  private static func verification(at library: Library) throws -> VerificationAnswer {
    let statement = Data(
      """
      {"answer": "comparability", "asOf": "2026-11-23", "for": "PL", "graph": "0", "language": "en",
      "number": "1", "program": "0", "purpose": "work", "certificates": [
      {"from": "ua-nqf:4", "relation": "comparedTo", "to": "eqf:5", "evidence": {}}]}
      """.utf8)
    let key = SigningKey(of: .edDSA)
    let filed = try #require(FiledStatement(statement))
    let signed = try SignedStatement(SignedStatement.sign(filed, with: key, at: .distantPast))
    return try library.store.read { graph in
      VerificationAnswer(
        signed, by: key.verifyingKey, trust: .unknown, statement: .same, page: .other,
        sources: try Desk(graph, day: day).sources(of: signed))
    }
  }

  /// Somebody else's credential, which carries its key in the name of its issuer.
  private static func credential() throws -> CredentialAnswer {
    let key = SigningKey(of: .edDSA)
    let parts = [#"{"alg": "EdDSA"}"#, #"{"issuer": "\#(key.verifyingKey.did)"}"#]
      .map { Data($0.utf8).base64EncodedString().prefix { $0 != "=" } }.joined(separator: ".")
    return CredentialAnswer(try SignedCredential(Data("\(parts).c2ln".utf8)), trust: .unknown)
  }

  /// A report with a count that is hidden, and with groups that are too small.
  private static var groups: GroupsAnswer {
    var tally = GroupTally(by: [GroupTally.Column("sex")])
    for (group, things, count) in [
      ("f", Set([KnownThing.agreement]), 2), ("f", [.nothing], 20), ("m", [.agreement], 9),
      ("x", [.nothing], 2),
      ("", [.nothing], 9),
    ] {
      for _ in 0..<count { tally.add(GroupTally.Case(groups: [group], things: things)) }
    }
    return GroupsAnswer(tally, failed: 1, asOf: day, graph: "0", threshold: 5)
  }

  /// What no file of the library has: a state, a workload, a confidence, a denial.
  private static let old = """
    passerelle: 1
    framework: {id: yy-nqf@2020, kind: qualifications-framework, title: {en: Old}, source: a}
    sources:
      a: {title: A table, publisher: Office A}
      b: {title: Another table, publisher: Office B}
    levels:
      - {code: "1", title: {en: One}}
      - {code: "2", title: {en: Two}, exactMatch: {to: yy-nqf@2025:2, confidence: 0.8}}
      - code: "3"
        title: {en: Three}
        exactMatch: {to: isco-08:7212}
        notExactMatch: {to: yy-nqf@2025:3, source: b}
      - {code: "4", title: {en: Four}}
    qualifications:
      - code: q
        title: {en: Q}
        level: "1"
        status: released
        valid: {from: 2020, to: 2030}
        workload: 360 total-hours
        names:
          - {text: {en: Queue, fr: File}, kind: former, valid: {from: 2020, to: 2025}}
          - {text: {en: QQ}, kind: abbreviation, verified: false}
    """

  /// The same levels in another order.
  private static let new = """
    passerelle: 1
    framework: {id: yy-nqf@2025, kind: qualifications-framework, title: {en: New}, source: a}
    sources:
      a: {title: A framework, publisher: Office A}
    levels:
      - {code: "4", title: {en: Four}}
      - {code: "2", title: {en: Two}}
      - {code: "1", title: {en: One}}
      - {code: "3", title: {en: Three}, exactMatch: {to: isco-08:7212}}
    """

  /// All answers as JSON.
  func json(in language: Language) throws -> [JSONValue] {
    try answers.map { try JSONValue($0.json(in: language)) }
  }

  private static func file(_ name: String) -> SourceFile {
    SourceFile(name: name, path: files.appending(path: name).path)
  }

  /// The worked profiles, and one of small files.
  private static func read(by source: ProfileSource) throws -> [ProfileRecord] {
    let worked = try FileManager.default.contentsOfDirectory(
      at: profiles, includingPropertiesForKeys: nil)
    return try (worked + [files.appending(path: "profile-of-skills.yaml")]).map {
      let (record, _) = try source.profile(
        in: SourceFile(name: $0.lastPathComponent, path: $0.path))
      return try #require(record)
    }
  }

  /// Comparisons of most findings, and what the other questions about two concepts yield.
  private static func comparisons(_ desk: Desk) throws -> [any Answer] {
    let pairs = [
      ["ie-nqf:8", "de-nqf:6"], ["ie-nqf:1"], ["gb-rqf:3", "ie-nqf:3"], ["fr-nqf@1969:V"],
      ["nl-nqf:Entry level", "de-nqf:1"], ["in-nsqf@2013:5", "de-nqf:4"],
      ["de-nqf:duale-berufsausbildung", "ie-nqf:advanced-certificate"],
      ["de-nqf:meister", "ie-nqf:8"], ["isco-88:1110", "isco-08:1111"],
    ]
    let compared = try pairs.flatMap { names in
      [all(try desk.compare(names)), all(try desk.compare(names, for: .work))]
    }
    let others = [
      all(try desk.compare(["isced:6"])),
      all(try desk.equivalents(of: "gb-rqf:3", in: "IE", for: .work)),
      all(try desk.equivalents(of: "isco-88:7233", in: "isco-08")),
      all(try desk.equivalents(of: "isco-88:313", in: "isco-08")),
      all(try desk.equivalents(of: "ua-nqf:4", in: "PL", for: .study)),
      all(try desk.equivalents(of: "fr-nqf@1969:V", in: "DE")),
      all(try desk.equivalents(of: "de-nqf:meister", in: "IE", for: .regulated)),
      all(try desk.explain("ie-nqf:8", "gb-scqf:10")),
      all(try desk.explain("isco-88:7233", "isco-08:7233")),
      all(try desk.explain("ua-nqf:5", "de-nqf:5")),
      all(try desk.explain("yy-nqf@2020:2", "yy-nqf@2025:2")),
      all(try desk.explain("yy-nqf@2020:3", "yy-nqf@2025:3")),
      all(try desk.gap(from: "example-nqf:welder", to: "example-jobs:welder")),
      all(try desk.gap(from: "ie-nqf:8", to: "example-jobs:welder")),
    ]
    return compared + others
  }

  /// What is looked up and listed.
  private static func looks(_ desk: Desk) throws -> [any Answer] {
    [
      all(try desk.show("ie-nqf:8")), all(try desk.show("de-nqf")), all(try desk.show("kr-eps")),
      all(try desk.show("kr-recognition")), all(try desk.show("pl-recognition")),
      all(try desk.show("isco-08:7233")), all(try desk.show("yy-nqf@2020:q")),
      try desk.frameworkList(), try desk.list("IE"), try desk.list("isco-08"),
      try desk.search("meister"), try desk.search("queue"), try desk.search("nurse or whatever"),
      try desk.statistics(), try desk.contradictions(limit: 20),
      try desk.atlas(of: ["IE", "DE", "GB", "UA", "IN"]),
      try desk.diff(from: "isco-88", to: "isco-08"),
      try desk.diff(from: "fr-nqf@1969", to: "fr-nqf@2019"),
      try desk.diff(from: "in-nsqf@2013", to: "in-nsqf@2023"),
      try desk.diff(from: "yy-nqf@2020", to: "yy-nqf@2025"),
    ]
  }

  private static func assessments(
    _ profiles: [ProfileRecord], _ desk: Desk
  ) throws -> [any Answer] {
    let order = ComparabilityOrder(destination: "DE", purpose: .work, language: "en")
    let standing = all(try desk.standingStatement(on: "ph-pqf:nc-ii", for: order))
    return try [standing]
      + profiles.flatMap { profile in
        try [("DE", Purpose.regulated), ("PL", .work)].map { destination, purpose in
          try desk.assess(
            profile,
            for: ComparabilityOrder(destination: destination, purpose: purpose, language: "en"))
        }
      }
  }

  /// The answer, or the ambiguity that replaces it.
  private static func all<Content>(_ reply: Reply<Content>) -> any Answer {
    switch reply {
    case .answer(let answer): answer
    case .ambiguous(let ambiguity): ambiguity
    }
  }
}
