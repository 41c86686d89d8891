/*
 * A stand-in for libaio.so.1, which mysqld is linked against and a bare machine lacks. MySQL runs with
 * --innodb-use-native-aio=0, so nothing here is ever called; each function answers "not implemented" (-ENOSYS).
 * Only what mysqld refers to stands here, under the symbol versions it asks for. Built, in this folder, by
 *
 *   gcc -shared -fPIC -Os -s -nostdlib -Wl,-z,noseparate-code -Wl,-soname,libaio.so.1 \
 *       -Wl,--version-script=libaio.map -o libaio.so.1 libaio.c
 */
int io_setup(void) { return -38; }
int io_submit(void) { return -38; }
int io_getevents(void) { return -38; }
