import Foundation
import PasserelleAnswers
import TestSupport
import Testing

/// What a program outside the package can do with what is installed: the public interface alone.
struct InstallationTests {
  private static let program = Place.built + "/passerelle"
  private static let profile = """
    profile: 1
    reference: case-1
    from: PH
    certificates: [{title: National Certificate II, country: PH, id: 'ph-pqf:nc-ii'}]

    """

  @Test func aDeskAnswersFromTheFrameworksNearTheProgram() throws {
    let place = try Place()
    defer { place.remove() }
    let installation = try Installation(program: Self.program, data: place.folder.path)

    let answer = try installation.desk(asOf: Day("2026-11-28")) { desk in
      try desk.compare(["ie-nqf:8", "de-nqf:6"]).answer
    }

    #expect(answer?.finding == "same-reference-level")
    #expect(answer?.asOf == "2026-11-28")
    #expect(FileManager.default.fileExists(atPath: place.folder.path + "/graph.db"))
  }

  @Test func aProfileIsAssessed() throws {
    let place = try Place()
    defer { place.remove() }
    let installation = try Installation(program: Self.program, data: place.folder.path)
    let french = try installation.language("fr")
    let profile = try installation.profile(reading: Self.profile)

    let statement = try installation.desk { desk in
      try desk.assess(profile, for: "DE", purpose: .work, in: french)
    }

    #expect(statement.certificates.map(\.title) == ["National Certificate II"])
    #expect(statement.language == "fr")
  }

  @Test(arguments: ["a.yaml", "a", "a.json"])
  func aProfileIsReadFromTextUnderAnyName(name: String) throws {
    let installation = try Installation(program: Self.program)

    #expect(throws: Never.self) {
      _ = try installation.profile(reading: Self.profile, named: name)
      _ = try installation.profile(
        reading: #"{"profile": 1, "reference": "case-1", "from": "PH"}"#, named: name)
    }
  }

  @Test func whatIsWrongWithAProfileHasItsLine() throws {
    let installation = try Installation(program: Self.program)

    let error = #expect(throws: ProfileError.self) {
      _ = try installation.profile(reading: Self.profile + "name: Maria\n", named: "case.yaml")
    }

    #expect(error?.problems.map { "\($0.position)" } == ["case.yaml:5:1"])
  }

  @Test func aLinkToTheProgramLeadsToWhatIsNearTheProgram() throws {
    let place = try Place()
    defer { place.remove() }
    let link = place.folder.path + "/linked"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: Self.program)

    #expect(try Installation(program: link).languages.contains("fr"))
  }

  @Test(arguments: ["/nonexistent", "/", "/etc/passwd"])
  func whatIsNotAProgramIsRefused(path: String) {
    #expect(throws: InstallationError.noProgram(path)) { try Installation(program: path) }
  }

  @Test func aProgramWithoutFrameworksIsRefused() {
    #expect(throws: InstallationError.noFrameworks("/bin/sh")) {
      try Installation(program: "/bin/sh")
    }
  }

  @Test func anUnknownLanguageNamesThoseThatThereAre() throws {
    let installation = try Installation(program: Self.program)

    let error = #expect(throws: LanguageError.self) { try installation.language("xx") }

    #expect(error?.description.contains("en, es, fr") == true)
  }
}
