import AdapterPages
import Testing

@testable import ISCO

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: ISCO())
  }
}
