import AdapterPages
import Testing

@testable import ISCED

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: ISCED())
  }
}
