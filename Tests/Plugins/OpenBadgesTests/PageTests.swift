import AdapterPages
import Testing

@testable import OpenBadges

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: OpenBadges())
  }
}
