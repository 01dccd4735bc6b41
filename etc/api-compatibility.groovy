// Removes from a comparison by japicmp what is not part of the public API: the types of internal-types.txt, which
// .ci/public-api compares with the Javadoc, and constructors of records that only this project creates
// (docs/versions.md).
def types = new File(System.getProperty('maven.multiModuleProjectDirectory'), 'etc/internal-types.txt').readLines()
def internal = ~('io\\.github\\.clerkspring\\.(' + types.join('|') + ')')

def created = ~'io\\.github\\.clerkspring\\.(client|webhook\\.event)\\..*|io\\.github\\.clerkspring\\.boot\\.\\w+Properties(\\$.*)?'

jApiClasses.removeIf { type -> type.fullyQualifiedName ==~ internal }
jApiClasses.each { type ->
	if (type.fullyQualifiedName ==~ created && type.superclass.oldSuperclassName.orElse('') == 'java.lang.Record') {
		type.constructors.clear()
	}
}
return jApiClasses
