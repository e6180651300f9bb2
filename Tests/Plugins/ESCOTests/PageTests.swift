import AdapterPages
import Testing

@testable import ESCO

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: ESCO())
  }
}
