import Testing

@testable import Validation

/// What is matched, by the examples and the rules of the specifications.
///
/// - SeeAlso: XPath and XQuery Functions and Operators 3.1, sections 5.6.1 to 5.6.3.
struct MatchingTests {
  /// A pattern with its flags, and texts that it does and does not match.
  struct Example: Sendable, CustomTestStringConvertible {
    let pattern: String
    let flags: String
    let matches: [String]
    let others: [String]

    init(_ pattern: String, _ flags: String = "", yes: [String] = [], no: [String] = []) {
      self.pattern = pattern
      self.flags = flags
      self.matches = yes
      self.others = no
    }

    var testDescription: String { "/\(pattern)/\(flags)" }

    func check() throws {
      let pattern = try Pattern(pattern, flags: flags)
      for text in matches { #expect(pattern.matches(text), "\(testDescription): \(text)") }
      for text in others { #expect(!pattern.matches(text), "\(testDescription): \(text)") }
    }
  }

  static let poem = """
    Kaum hat dies der Hahn gesehen,
    Fängt er auch schon an zu krähen:
    Kikeriki! Kikikerikih!!
    Tak, tak, tak! - da kommen sie.
    """

  @Test(arguments: [
    Example("bra", yes: ["abracadabra"], no: ["", "br"]),
    Example("^a.*a$", yes: ["abracadabra"]),
    Example("^bra", no: ["abracadabra"]),
    Example("Kaum.*krähen", no: [poem]),
    Example("Kaum.*krähen", "s", yes: [poem]),
    Example("^Kaum.*gesehen,$", "m", yes: [poem]),
    Example("^Kaum.*gesehen,$", no: [poem]),
    Example("kiki", no: ["Kikeriki"]),
    Example("kiki", "i", yes: [poem]),
    Example("helloworld", "x", yes: ["helloworld"]),
    Example("hello world", "x", yes: ["helloworld"], no: ["hello world"]),
    Example("hello[ ]world", "x", yes: ["hello world"], no: ["helloworld"]),
    Example("hello\\ sworld", "x", yes: ["hello world"], no: ["hellosworld"]),
  ])
  func functionsAndOperators(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("", yes: ["", "a"]),
    Example("a|", yes: ["", "b"]),
    Example("()", yes: [""]),
    Example("^(?:)$", yes: [""], no: ["a"]),
    Example("^(a|bc|)$", yes: ["", "a", "bc"], no: ["b", "abc"]),
    Example("^a|b$", yes: ["ax", "xb"], no: ["xa", "bx"]),
    Example("^(?:a|b)c$", yes: ["ac", "bc"], no: ["a", "abc"]),
    Example("a-b", yes: ["a-b"]),
    Example(",:&#/@!\"'~`<>=_%;", yes: [",:&#/@!\"'~`<>=_%;"]),
  ])
  func groups(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^ab?$", yes: ["a", "ab"], no: ["abb", "b"]),
    Example("^ab*$", yes: ["a", "ab", "abbb"], no: ["abc"]),
    Example("^ab+$", yes: ["ab", "abbb"], no: ["a"]),
    Example("^a{3}$", yes: ["aaa"], no: ["aa", "aaaa"]),
    Example("^a{2,}$", yes: ["aa", "aaaaa"], no: ["a"]),
    Example("^a{0,}$", yes: ["", "aaaaa"], no: ["b"]),
    Example("^a{2,3}$", yes: ["aa", "aaa"], no: ["a", "aaaa"]),
    Example("^a{0,2}$", yes: ["", "a", "aa"], no: ["aaa"]),
    Example("^a{0}b$", yes: ["b"], no: ["ab"]),
    Example("^a{1}b$", yes: ["ab"], no: ["b", "aab"]),
    Example("^(ab){2}$", yes: ["abab"], no: ["ab", "ababab"]),
    Example("^(a{2}){2,3}$", yes: ["aaaa", "aaaaaa"], no: ["aa", "aaaaa"]),
    Example("^(a*)*$", yes: ["", "aaa"], no: ["b"]),
    Example("^(a|b*)+c$", yes: ["c", "abbac"], no: ["abd"]),
    Example("^(){99999999999999999999}$", yes: [""], no: ["a"]),
    Example("^a??b$", yes: ["b", "ab"], no: ["aab"]),
    Example("^a*?b+?$", yes: ["b", "aabb"], no: ["a"]),
    Example("^a{2,3}?$", yes: ["aa", "aaa"], no: ["a", "aaaa"]),
    Example("^a{2}?$", yes: ["aa"], no: ["a", "aaaa"]),
    Example("^a{2,}?$", yes: ["aa", "aaa"], no: ["a"]),
    // Anchors are atoms, so that they may be repeated.
    Example("alp${2,4}ha", no: ["alpha"]),
    Example("^*a$?b", yes: ["ab", "xab"]),
  ])
  func quantifiers(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^$", yes: [""], no: ["\n", "a"]),
    Example("a^b|a$b", no: ["ab", "a\nb"]),
    Example("^b", no: ["a\nb"]),
    Example("a$", no: ["a\n", "a\nb"]),
    Example("^b$", "m", yes: ["a\nb\nc", "a\nb", "b\n", "a\nb\n"], no: ["a\rb", "ab"]),
    Example("^$", "m", yes: ["", "\n", "a\n\nb"], no: ["abcd\ndefg\n", "a\nb"]),
    Example("b\n$", "m", yes: ["b\n\n"], no: ["b\n"]),
    Example("b\n^", "m", yes: ["b\n\n", "b\nc"], no: ["b\n"]),
    Example("^.$", yes: ["a", "é", "😀", "\u{85}", "\u{2028}"], no: ["\n", "\r", "", "ab"]),
    Example("^.$", "s", yes: ["\n", "\r"], no: ["\r\n"]),
    Example("^[.]$", yes: ["."], no: ["a"]),
    Example("^a$", "msm", yes: ["b\na"]),
  ])
  func anchors(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^\\n\\r\\t$", yes: ["\n\r\t"]),
    Example(
      #"^\\\|\.\?\*\+\(\)\{\}\-\[\]\^\$$"#, yes: [#"\|.?*+(){}-[]^$"#]),
    Example(
      #"^[\\\|\.\?\*\+\(\)\{\}\-\[\]\^\$]$"#,
      yes: #"\|.?*+(){}-[]^$"#.map(String.init), no: ["a", ",", "_", "/"]),
    Example("^\\s$", yes: [" ", "\t", "\n", "\r"], no: ["\u{A0}", "\u{B}", "\u{2003}", "s"]),
    Example("^\\S$", yes: ["\u{A0}", "s"], no: [" ", "\t", "\n", "\r"]),
    Example("^\\d$", yes: ["0", "9", "٣", "߁"], no: ["a", "²", "½", "Ⅷ"]),
    Example("^\\D$", yes: ["a", "²"], no: ["0", "٣"]),
    Example("^\\w$", yes: ["a", "é", "1", "ߒ", "+", "$", "\u{301}"], no: ["_", "-", " ", "\t"]),
    Example("^\\W$", yes: ["_", "-", " ", "\u{E000}"], no: ["a", "$"]),
    Example("^\\i$", yes: ["a", "_", ":", "é", "ߒ", "😀"], no: ["1", "-", ".", "·", "×"]),
    Example("^\\I$", yes: ["1", "-", "×"], no: ["a", ":"]),
    Example("^\\i\\c*$", yes: ["a-1.2·", "xsd:int"], no: ["1a", "a b", "a/b"]),
    Example("^\\C$", yes: [" ", "/"], no: ["a", "1", "-"]),
  ])
  func escapes(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^\\p{L}$", yes: ["a", "É", "ǅ", "ʰ", "ߒ", "中"], no: ["1", "\u{301}"]),
    Example("^\\p{Lu}$", yes: ["A", "É"], no: ["a", "ǅ"]),
    Example("^\\P{Lu}$", yes: ["a"], no: ["A"]),
    Example("^\\p{Zs}$", yes: [" ", "\u{A0}"], no: ["\t"]),
    Example("^\\p{Sc}$", yes: ["$", "€"], no: ["+"]),
    Example("^\\p{Cn}$", yes: ["\u{378}", "\u{10FFFF}"], no: ["a"]),
    Example("^\\p{IsBasicLatin}+$", yes: ["az~\u{0}\u{7F}"], no: ["é"]),
    Example("^\\P{IsBasicLatin}$", yes: ["é", "\u{80}", "\u{10FFFF}"], no: ["z"]),
    Example("^\\p{IsLatin-1Supplement}$", yes: ["é"], no: ["z", "ŋ"]),
    Example("^\\p{IsLatinExtended-A}$", yes: ["ŋ"], no: ["ɲ"]),
    Example("^\\p{IsIPAExtensions}$", yes: ["ɲ", "ɛ", "ɔ"], no: ["ŋ"]),
    Example("^\\p{IsNKo}+$", yes: ["ߒߞߏ"], no: ["a"]),
    Example("^[\\p{IsGreek}\\p{IsCyrillic}]+$", yes: ["αЖ"], no: ["a"]),
    Example("^\\p{IsGreekandCoptic}$", yes: ["Ω"]),
    Example("^\\p{IsCJKUnifiedIdeographs}\\p{IsHiragana}\\p{IsKatakana}$", yes: ["中のカ"]),
    Example("^\\p{IsPrivateUse}$", yes: ["\u{E000}", "\u{F0000}", "\u{100000}"], no: ["a"]),
    Example("^\\p { L u }$", "x", yes: ["A"], no: ["a"]),
  ])
  func properties(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^[abc]$", yes: ["a", "c"], no: ["d", "", "ab"]),
    Example("^[^abc]$", yes: ["d", "\n", "^"], no: ["a", "", "dd"]),
    Example("^[a-c0-9]$", yes: ["a", "b", "c", "5"], no: ["d", "-"]),
    Example("^[-a]$", yes: ["-", "a"], no: ["b"]),
    Example("^[a-]$", yes: ["-", "a"], no: ["b"]),
    Example("^[-]$", yes: ["-"], no: ["a"]),
    Example("^[--]$", yes: ["-"], no: ["a"]),
    Example("^[^-]$", yes: ["a"], no: ["-"]),
    Example("^[a-c-e]$", yes: ["b", "-", "e"], no: ["d"]),
    Example("^[\\d-x]$", yes: ["4", "-", "x"], no: ["w"]),
    Example("^[!-\\-]$", yes: ["!", "+", "-"], no: ["."]),
    Example("^[\\t-\\r]$", yes: ["\t", "\u{B}", "\r"], no: [" "]),
    Example("^[a^]$", yes: ["a", "^"], no: ["b"]),
    Example("^[^^]$", yes: ["a"], no: ["^"]),
    Example("^[|.*+?(){}$]$", yes: ["|", ".", "}", "$"], no: ["a", "\\"]),
    Example("^[\\S]$", yes: ["a"], no: [" "]),
    Example("^[^\\D]$", yes: ["7"], no: ["a"]),
    Example("^[^\\w\\s]$", yes: ["-", "_"], no: ["a", " "]),
    Example("^[\\P{L}\\P{Lu}]$", yes: ["a", "1"], no: ["A"]),
    Example("^[a-z-[aeiou]]+$", yes: ["xyz"], no: ["xaz", "-", "X"]),
    Example("^[\\p{L}-[\\p{Lu}]]$", yes: ["a"], no: ["A", "1"]),
    Example("^[\\w-[\\d_]]$", yes: ["a"], no: ["1", "_"]),
    Example("^[^a-z-[0-9]]$", yes: ["A", "-"], no: ["a", "5"]),
    Example("^[a-z-[^aeiou]]$", yes: ["a", "u"], no: ["b", "A"]),
    Example("^[a-z-[b-y-[m-o]]]$", yes: ["a", "z", "m", "o"], no: ["b", "l", "p"]),
    Example("^[a--[a]]$", yes: ["-"], no: ["a"]),
    Example("^[a-z-[a-z]]$", no: ["a", "-", ""]),
    Example("^[\u{0}-\u{10FFFF}]$", yes: ["\u{0}", "a", "\u{10FFFF}"]),
  ])
  func classes(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("^[A-Z]$", "i", yes: ["a", "Z", "\u{212A}", "ſ"], no: ["1", "é"]),
    Example("^[A-Z-[IO]]$", "i", yes: ["A", "B", "a", "b"], no: ["I", "O", "i", "o"]),
    Example("^[^Q]$", "i", yes: ["a", "A"], no: ["Q", "q"]),
    Example("^\\p{Lu}$", "i", yes: ["A"], no: ["a"]),
    Example("^[\\p{Lu}]$", "i", yes: ["A"], no: ["a"]),
    Example("^[\\p{Lu}x]$", "i", yes: ["A", "x", "X"], no: ["a"]),
    Example("^é$", "i", yes: ["é", "É"], no: ["e", "e\u{301}"]),
    Example("^σ$", "i", yes: ["σ", "ς", "Σ"]),
    Example("^ß$", "i", yes: ["ß", "ẞ"], no: ["ss", "SS"]),
    Example("^ǆ$", "i", yes: ["ǆ", "ǅ", "Ǆ"]),
    Example("^ɲŋɛɔ$", "i", yes: ["ƝŊƐƆ"]),
    Example("^i$", "i", yes: ["i", "I"], no: ["İ"]),
    // F&O compares both mappings: the upper-case one of ı is I.
    Example("^I$", "i", yes: ["ı"]),
    // U+1F71 and U+03AC are canonically equivalent, and yet two characters.
    Example("^\u{1F71}$", "i", yes: ["\u{1FBB}"], no: ["\u{3AC}", "\u{386}"]),
    Example("^1$", "i", yes: ["1"], no: ["2"]),
    Example("^𐐨$", "i", yes: ["𐐀"]),
  ])
  func lettersWithoutCase(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    Example("a.b*", "q", yes: ["xa.b*x"], no: ["aab", "A.B*"]),
    Example("^\\$[(", "q", yes: ["^\\$[("], no: ["$"]),
    Example("A.B", "qi", yes: ["a.b"], no: ["axb"]),
    Example("a b", "qxms", yes: ["a b"], no: ["ab"]),
    Example("", "q", yes: [""]),
    Example(" a b \t\n\r c", "x", yes: ["abc"], no: ["a b c"]),
    Example("a { 2 } ?", "x", yes: ["aa"], no: ["a"]),
    Example("( ?: a ) + ", "x", yes: ["aa"], no: ["b"]),
    Example("^[a -[ ]] $", "x", yes: ["a"], no: [" "]),
    Example("^\\[ \\]$", "x", yes: ["[]"], no: ["[ ]"]),
    Example("^[\\]] $", "x", yes: ["]"], no: ["] "]),
    Example("a\u{A0}b", "x", yes: ["a\u{A0}b"], no: ["ab"]),
  ])
  func literalAndSpacedPatterns(_ example: Example) throws { try example.check() }

  @Test(arguments: [
    // Scalars are matched, not what is seen as one character.
    Example("^..$", yes: ["e\u{301}", "ab"], no: ["é"]),
    Example("^é$", yes: ["\u{E9}"], no: ["e\u{301}"]),
    Example("^e", yes: ["e\u{301}"]),
    Example("^.{4}$", yes: ["🇲🇱👍🏿"]),
    Example("\r$", no: ["\r\n"]),
    Example("^\r\n$", yes: ["\r\n"]),
    Example("ߒߞߏ", yes: ["ߒߞߏ ߞߊ߲"]),
  ])
  func scalars(_ example: Example) throws { try example.check() }

  /// Patterns as vocabularies write them.
  @Test(arguments: [
    Example(
      "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", yes: ["bm", "nqo", "bm-Nkoo-ML"], no: ["BM"]),
    Example("^\\d{4}(-\\d{2}(-\\d{2})?)?$", yes: ["2024", "2024-11-15"], no: ["2024-1"]),
    Example("^https?://[^\\s/]+(/.*)?$", yes: ["https://a.org/b"], no: ["ftp://a.org"]),
    Example("^Q[1-9][0-9]*$", yes: ["Q912"], no: ["Q0", "P31"]),
    Example(
      "^\\+?[0-9 ()-]{8,}$", yes: ["+223 20 22 55 55", "(223) 2022-5555"], no: ["223"]),
    Example(
      "^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$", yes: ["a.b@c.ml"], no: ["a@b", "@c.ml", "a b@c.ml"]),
  ])
  func shapes(_ example: Example) throws { try example.check() }
}
