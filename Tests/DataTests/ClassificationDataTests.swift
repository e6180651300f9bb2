import Passerelle
import PasserelleStore
import TestSupport
import Testing

/// The bundled classifications and their correspondence are whole.
struct ClassificationDataTests {
  @Test(arguments: [
    ("isco-08", ["10 major group", "43 sub-major group", "130 minor group", "436 unit group"]),
    ("isco-88", ["10 major group", "28 sub-major group", "116 minor group", "390 unit group"]),
    ("isced-f-2013", ["11 broad field", "29 narrow field", "80 detailed field"]),
  ])
  func aClassificationHasAllOfItsTiers(name: String, tiers: [String]) throws {
    let place = try Place()
    defer { place.remove() }
    let statistics = try place.library().store.read { try $0.statistics() }
    let publication = try #require(statistics.publications.first { $0.name == name })

    #expect(Set(publication.tiers.map { "\($0.count) \($0.name)" }) == Set(tiers))
  }

  @Test func theCorrespondenceOfTheILOHasAllOfItsLinks() throws {
    let place = try Place()
    defer { place.remove() }
    let statistics = try place.library().store.read { try $0.statistics() }

    #expect(statistics.publications.first { $0.name == "isco-88-isco-08" }?.links == 671)
  }
}
