fn main() {
    cutline_lib::run()
}
