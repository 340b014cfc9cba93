#include <stdio.h>
/* The least that a CGI program can be. */
int main(void) { return puts("Content-Type: text/plain\n\nok") < 0; }
