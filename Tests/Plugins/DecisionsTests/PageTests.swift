import AdapterPages
import Testing

@testable import Decisions

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Decisions())
  }
}
