import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleGraph

/// What the bundled registers of programmes and certificates say, and what titles lead to.
struct RegisterDataTests {
  @Test(arguments: [
    ("Abitur", "de-nqf:allgemeine-hochschulreife"), ("GCSE", "gb-rqf:gcse"),
    ("usta", "tr-nqf:mastership-certificate"), ("EFZ", "ch-nqf:eidgenossisches-fahigkeitszeugnis"),
    ("молодший спеціаліст", "ua-nqf:professional-junior-bachelor"), ("NCII", "ph-pqf:nc-ii"),
    ("KCPE", "ke-programmes:second-stage-of-primary-education-standards-7"),
  ])
  func anEverydayTitleLeadsToItsQualification(title: String, id: String) throws {
    let found = try library { try IdentifierResolver($0, day: "2026-11-29").concept(title) }
    #expect(found == .found(try #require(Identifier(id))))
  }

  /// The word names several certificates, and nothing is guessed.
  @Test func aTitleOfSeveralCertificatesAsksWhichIsMeant() throws {
    let found = try library {
      try IdentifierResolver($0, day: "2026-11-29").concept("Gesellenbrief")
    }
    guard case .ambiguous(let candidates) = found else {
      Issue.record("'Gesellenbrief' was guessed at: \(found)")
      return
    }
    #expect(
      Set(candidates.map(\.framework.series)) == ["at-nqf", "de-nqf", "it-nqf"])
  }

  /// N6 is the name of a stage in many fields, and of no one certificate.
  @Test func aNameOfManyFieldsIsNoTitleOfOneOfThem() throws {
    let found = try library { try IdentifierResolver($0, day: "2026-11-29").concept("N6") }
    if case .found(let id) = found { Issue.record("'N6' was taken for \(id)") }
  }

  @Test func theWholeTitleOfOneQualificationSettlesIt() throws {
    guard case .byTitle(let record) = try understanding(of: "NVQ Level 4", from: "LK") else {
      Issue.record("'NVQ Level 4' is one certificate of Sri Lanka")
      return
    }
    #expect(record.id.description == "lk-nvq:national-certificate-nvq-level-4")
  }

  /// The framework has a technician, whose diploma no source calls so; a centre has, and places it nowhere.
  @Test func aTitleThatOnlyARegisterHasIsOfferedWithTheReason() throws {
    let understanding = try understanding(of: "Diplôme de technicien", from: "MA")
    guard case .reserved(let record, .inRegister) = understanding else {
      Issue.record("'Diplôme de technicien' was taken for \(understanding)")
      return
    }
    #expect(record.id.description == "nuffic-ma:diplome-de-technicien")
  }

  private func understanding(
    of title: String, from country: String
  ) throws -> Assessment.Understanding {
    var certificate = Certificate(title: title, country: try #require(CountryCode(country)))
    certificate.date = CalendarDate("2019-07")
    var profile = ProfileRecord(Profile(reference: "1"), at: SourcePosition(file: "profile"))
    profile.add(.certificate(certificate), at: profile.position)
    return try library { graph in
      try ProfileInterpreter(profile, in: graph, on: "2026-11-29")
        .understanding(of: profile.certificates[0])
    }
  }

  @Test func noRegisterPlacesAnythingAtALevelOfAFramework() throws {
    try library { graph in
      for framework in try graph.frameworks() where framework.kind == .register {
        for record in try graph.concepts(of: framework.name) {
          let relations = Set(try graph.links(from: record.id).map(\.link.relation))
          #expect(relations.isSubset(of: [.classifiedAs, .evaluatedAs]), "\(record.id)")
        }
      }
    }
  }

  @Test func whatACentreComparesIsForStudyAlone() throws {
    let evaluations = try library { graph in
      try graph.links().map(\.link).filter { $0.relation == .evaluatedAs }
    }
    #expect(evaluations.count > 200)
    #expect(evaluations.allSatisfy { $0.purposes == [.study] && $0.note.preferred != nil })
  }

  private func library<Value>(_ body: (StoredGraph) throws -> Value) throws -> Value {
    let place = try Place()
    defer { place.remove() }
    return try place.library().store.read { try body($0) }
  }
}
