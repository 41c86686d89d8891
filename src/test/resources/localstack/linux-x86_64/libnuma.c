/*
 * A stand-in for libnuma.so.1, which mysqld is linked against and a bare machine lacks. numa_available() says that
 * there is no NUMA, so mysqld uses plain malloc and none of the others matters. Built, in this folder, by
 *
 *   gcc -shared -fPIC -Os -s -nostdlib -Wl,-z,noseparate-code -Wl,-soname,libnuma.so.1 \
 *       -Wl,--version-script=libnuma.map -o libnuma.so.1 libnuma.c
 */
void *numa_all_nodes_ptr = 0;

int numa_available(void) { return -1; }
int numa_num_configured_cpus(void) { return 1; }
int numa_node_of_cpu(int cpu) { return 0; }
void *numa_alloc_onnode(unsigned long size, int node) { return 0; }
void *numa_alloc_local(unsigned long size) { return 0; }
void numa_free(void *memory, unsigned long size) {}
long mbind(void) { return -1; }
long set_mempolicy(void) { return -1; }
