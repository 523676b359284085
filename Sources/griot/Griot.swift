@main
struct Griot {
  static func main() {}
}
