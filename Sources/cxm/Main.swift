import Commands

/// The executable: everything that it does is in the library `Commands`, where tests reach it.
@main
enum Main {
    static func main() async { await Cxm.main() }
}
