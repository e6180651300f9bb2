import AdapterPages
import Testing

@testable import Classifications

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Classifications())
  }
}
