import AdapterPages
import Testing

@testable import RNCP

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: RNCP())
  }
}
