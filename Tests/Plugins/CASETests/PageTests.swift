import AdapterPages
import Testing

@testable import CASE

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: CASE())
  }
}
