@main
struct Rapporteur {
  static func main() {}
}
