import AdapterPages
import Testing

@testable import Profiles

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Profiles())
  }
}
