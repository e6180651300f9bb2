import AdapterPages
import Testing

@testable import Bundle

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Bundle())
  }
}
