/// What went wrong and what to do about it, in a sentence each; printed as `cxm: error: …` with the hint below.
struct Complaint: Error, Hashable {
    var message: String
    var hint: String
    /// 2 for a wrong call or input, 1 for a check that failed (commands).
    var status: Int32

    init(_ message: String, hint: String, status: Int32 = 2) {
        self.message = message
        self.hint = hint
        self.status = status
    }
}
