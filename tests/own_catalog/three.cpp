void about_compiler_papers();
void about_more_tools();
void about_refcatalog();

int main() {
    about_compiler_papers();
    about_more_tools();
    about_refcatalog();
}
