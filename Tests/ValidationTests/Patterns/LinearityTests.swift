import Testing

@testable import Validation

/// That no pattern makes a text take more than linear time.
struct LinearityTests {
  /// Each pattern takes a backtracking matcher time exponential or quadratic in the text.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["(a+)+b", "^(a+)+$b", "(a|a)*b", "(a*)*b", "(a|aa)+b", "(.*)*x", "^(.*a){10}b$"])
  func catastrophic(_ pattern: String) throws {
    let text = String(repeating: "a", count: 100_000)
    #expect(try !Pattern(pattern).matches(text))
  }

  /// Twice the text takes about twice the time, not four times or more.
  @Test func growth() throws {
    let pattern = try Pattern("(a+)+b")
    let short = String(repeating: "a", count: 50_000)
    let long = String(repeating: "a", count: 200_000)
    let clock = ContinuousClock()
    _ = pattern.matches(short)
    let first = clock.measure { _ = pattern.matches(short) }
    let second = clock.measure { _ = pattern.matches(long) }
    // A quadratic matcher would be at 16; the slack is for a machine that does other things too.
    #expect(second < first * 12)
  }

  @Test func countedToTheLimit() throws {
    let pattern = try Pattern("^a{9999}b{0,4999}$")
    let text = String(repeating: "a", count: 9_999)
    #expect(pattern.matches(text))
    #expect(pattern.matches(text + "b"))
    #expect(!pattern.matches("a" + text))
  }

  /// Parts that match nothing are written out once, however often they are repeated.
  @Test(.timeLimit(.minutes(1)))
  func repeatedNothing() throws {
    let nothing = String(repeating: "()", count: 100_000)
    #expect(try Pattern("^(a\(nothing)){5000}$").matches(String(repeating: "a", count: 5_000)))
    #expect(try Pattern("^((\(nothing)){9999999}){9999999}$").matches(""))
  }

  @Test(.timeLimit(.minutes(1)))
  func longClass() throws {
    let ranges = String(repeating: "\u{0}-\u{10FFFF}", count: 5_000)
    #expect(try Pattern("^[\(ranges)]$", flags: "i").matches("a"))
  }
}
