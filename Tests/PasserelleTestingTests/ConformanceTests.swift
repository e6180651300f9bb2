import PasserelleKit
import PasserelleTesting
import Testing

/// The kit tells a good adapter from a bad one.
struct ConformanceTests {
  @Test(arguments: ConformanceRule.all.map(\.name))
  func anAdapterWithoutAFlawKeepsTheRule(name: String) throws {
    let rule = try #require(ConformanceRule.all.first { $0.name == name })

    #expect(rule.violations(by: Specimen(), on: Specimen.sample) == [])
  }

  @Test(
    arguments: [
      (.claimsEverything, .leavesWhatIsForeign), (.claimsNothing, .recognisesItsSample),
      (.claimsMoreThanAll, .recognisesItsSample),
      (.identifiesByReadingAll, .identifiesByTheOpening), (.failsOnItsSample, .readsItsSample),
      (.keepsCount, .saysTheSameTwice), (.takesOnePieceForAll, .readsInPieces),
      (.inventsPlaces, .knowsWhereItRead), (.pointsToTheFirstLine, .pointsAtWhatItSays),
      (.namesNoSource, .restsOnEvidence), (.statesItsSourceLast, .restsOnEvidence),
      (.readsWithoutEnd, .keepsTheLimits), (.goesOn, .stopsWhenTold),
      (.inventsPlacesWhenCut, .survivesTruncation), (.losesItsSourceWhenCut, .survivesTruncation),
    ] as [(Specimen.Flaw, ConformanceRule)])
  func everyFlawBreaksARule(flaw: Specimen.Flaw, rule: ConformanceRule) {
    #expect(rule.violations(by: Specimen(flaw), on: Specimen.sample) != [])
  }

  @Test func aManifestThatNoHostCanUseBreaksARule() {
    #expect(
      ConformanceRule.describesItself.violations(by: Unnamed(), on: Specimen.sample).count == 4)
  }

  @Test func aFailureNamesTheSeedAndKeepsTheInput() throws {
    let violations = ConformanceRule.survivesMutation.violations(
      by: Specimen(.inventsPlacesWhenCut), on: Specimen.sample, seed: 7)
    let violation = try #require(violations.first)
    let path = try #require(violation.split(separator: " ").last.map(String.init))
    let kept = try Sample(contentsOf: path, file: "/")

    #expect(violation.contains("of seed 7:"))
    #expect(kept.files[0].bytes != Specimen.sample.files[0].bytes)
  }

  @Test func theSameSeedDrawsTheSameCopies() {
    let violations = [7, 7, 8].map { seed in
      ConformanceRule.survivesMutation.violations(
        by: Specimen(.inventsPlacesWhenCut), on: Specimen.sample, seed: seed
      ).map { $0.split(separator: ";")[0] }
    }

    #expect(violations[0] == violations[1])
    #expect(violations[0] != violations[2])
  }

  @Test func expectationsFailTheTestThatMakesThem() {
    withKnownIssue {
      expectConformance(of: Specimen(.namesNoSource), on: Specimen.sample, to: [.restsOnEvidence])
    }
  }
}
