import Testing

@testable import Validation

/// What is refused, and where.
struct RefusalTests {
  /// A malformed pattern and the position of its fault.
  struct Example: Sendable, CustomTestStringConvertible {
    let pattern: String
    let position: Int
    let flags: String

    init(_ pattern: String, _ position: Int, _ flags: String = "") {
      self.pattern = pattern
      self.position = position
      self.flags = flags
    }

    var testDescription: String { "/\(pattern)/\(flags)" }
  }

  @Test(arguments: [
    // Quantifiers.
    Example("*a", 1), Example("a|+", 3), Example("(?", 2), Example("a**", 3), Example("a+*", 3),
    Example("a???", 4), Example("a{2}{3}", 5), Example("{2}", 1), Example("a{", 3),
    Example("a{}", 3), Example("a{,3}", 3), Example("a{x}", 3), Example("a{2", 4),
    Example("a{2,x}", 5), Example("a{2,3", 6), Example("a{3,2}", 2), Example("a{-1}", 3),
    Example("a{2 }", 4), Example("a}", 2), Example("(*a)", 2),
    // Groups.
    Example("a)", 2), Example("(a", 1), Example("((a)", 1), Example("a(b(c", 4),
    Example("(?=a)", 2), Example("(?i:a)", 2), Example("(?<n>a)", 2), Example("(a]", 3),
    // Escapes.
    Example("a\\", 2), Example("\\b", 1), Example("a\\x41", 2), Example("\\0", 1),
    Example("\\_", 1), Example("\\é", 1), Example("[\\1]", 2), Example("\\ ", 1),
    Example("\\p", 3), Example("\\pL", 3), Example("\\p{", 4), Example("\\p{}", 3),
    Example("\\p{L", 5), Example("\\p{Lx}", 3), Example("\\p{lu}", 3), Example("\\p{LL}", 3),
    Example("\\p{Cs}", 3), Example("\\p{Is}", 3), Example("\\p{IsNone}", 3),
    Example("\\p{Isbasiclatin}", 3), Example("\\p{IsHighSurrogates}", 3),
    Example("\\p{Basic Latin}", 9), Example("\\p{^L}", 4),
    // Classes.
    Example("[", 1), Example("[a", 1), Example("[^", 1), Example("[]", 2), Example("[^]", 3),
    Example("[]a]", 2), Example("a]", 2), Example("[z-a]", 2), Example("[a-\\d]", 4),
    Example("[a[b]]", 3), Example("[--x]", 2), Example("[a--z]", 4), Example("[+--]", 4),
    Example("[-[a]]", 3), Example("[a-[b]c]", 7), Example("[a-[b]-[c]]", 7),
    Example("[a-[b]", 1), Example("[a-[b", 4), Example("[a-[]]", 5), Example("[a-", 1),
    Example("[a\\", 3), Example("[a-\\", 4), Example("[a-[", 4), Example("x[0-9", 2),
    // Code points, not bytes or what is seen as a character; flag x does not move them.
    Example("é😀e\u{301}*)", 6), Example("  a  *  *", 9, "x"), Example(" ( a ", 2, "x"),
  ])
  func malformed(_ example: Example) throws {
    do throws(PatternError) {
      _ = try Pattern(example.pattern, flags: example.flags)
      Issue.record("accepted \(example.pattern)")
    } catch {
      guard case .malformed(let position, let problem, let expected) = error else { throw error }
      #expect(position == example.position, "\(error)")
      #expect(!problem.isEmpty && !expected.isEmpty)
      #expect(!error.description.contains("\n"))
    }
  }

  @Test(arguments: [("(a)\\1", 4), ("\\9", 1), ("x(?:(a)|b\\2)", 10)])
  func backReference(_ pattern: String, position: Int) throws {
    do throws(PatternError) {
      _ = try Pattern(pattern)
      Issue.record("accepted \(pattern)")
    } catch {
      guard case .unsupported(position, _) = error else { throw error }
      #expect(error.description.contains("linear"))
    }
  }

  @Test(arguments: ["g", "ig", "I", "é", " ", "i,m", "i;j"])
  func unknownFlag(_ flags: String) {
    let flag = flags.first { !"imqsx".contains($0) } ?? "?"
    #expect(throws: PatternError.unknownFlag(flag)) { try Pattern("a", flags: flags) }
  }

  @Test(arguments: [
    "a{20001}", "a{99999999999999999999999}", "a{5,99999999999999999999999}", "a{20000,}",
    "((a{100}){100}){100}", "(((((((((a{99}){99}){99}){99}){99}){99}){99}){99}){99}){99}",
    "(|){30000}", "(a|b){10000}", "(^){30000}", "(a?){9999999}",
  ])
  func tooLarge(_ pattern: String) {
    #expect(throws: PatternError.tooLarge(limit: 20_000)) { try Pattern(pattern) }
  }

  @Test func nesting() throws {
    func nested(_ depth: Int, _ open: String, _ close: String, in body: String = "a") -> String {
      String(repeating: open, count: depth) + body + String(repeating: close, count: depth)
    }
    let deep = try Pattern("^" + nested(250, "(", "|b)") + "$")
    #expect(deep.matches("a") && deep.matches("b") && !deep.matches("c"))
    #expect(try Pattern("^" + nested(250, "(", ")?") + "$").matches("a"))
    // Taken off from what is taken off, and so on: an even number of times leaves it in.
    #expect(try Pattern(nested(248, "[a-", "]", in: "[a]")).matches("a"))
    #expect(try !Pattern(nested(249, "[a-", "]", in: "[a]")).matches("a"))
    for pattern in [
      nested(251, "(", ")"), nested(251, "(?:", ")*"), nested(1_000_000, "(", ")"),
      nested(250, "[a-", "]", in: "[a]"), String(repeating: "(", count: 1_000_000),
      String(repeating: "[a-", count: 1_000_000),
    ] {
      do throws(PatternError) {
        _ = try Pattern(pattern)
        Issue.record("accepted")
      } catch {
        guard case .malformed(let position, _, _) = error else { throw error }
        #expect(pattern.unicodeScalars.prefix(position).count { $0 == "(" || $0 == "[" } == 251)
      }
    }
  }

  @Test func messages() {
    let message =
      "the pattern is malformed at character 3: there is nothing that \"*\" could repeat; "
      + "expected a character, class or group before it, or \"\\*\""
    #expect(throws: PatternError.self) { try Pattern("a|*") }
    do throws(PatternError) { _ = try Pattern("a|*") } catch {
      #expect(error.description == message)
    }
    #expect(
      PatternError.unknownFlag("g").description
        == "there is no pattern flag \"g\"; expected any of i, m, q, s and x")
    #expect(
      PatternError.unknownFlag("\n").description
        == "there is no pattern flag U+000A; expected any of i, m, q, s and x")
    #expect(PatternError.tooLarge(limit: 5).description.contains("more than 5 states"))
  }
}
