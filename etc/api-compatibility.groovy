// Removes from a comparison by japicmp what is not part of the public API: types that are not for applications, as
// .ci/PublicApi.java leaves out, and constructors of records that only this project creates (docs/versions.md).
def internal = ~('io\\.github\\.clerkspring\\.(' + [
	'client\\.http\\..*',
	'security\\.(keys|token|web)\\..*',
	'security\\.authorization\\.DeniedResponse',
	'emulator\\.[a-z].*',
	'boot\\.http\\..*',
	'boot\\.(BeanInUse|security\\.AcceptedTokens|webhook\\.SchemaScripts)',
	'boot\\..*AutoConfiguration(\\$.*)?'
].join('|') + ')')

def created = ~'io\\.github\\.clerkspring\\.(client|webhook\\.event)\\..*|io\\.github\\.clerkspring\\.boot\\.\\w+Properties(\\$.*)?'

jApiClasses.removeIf { type -> type.fullyQualifiedName ==~ internal }
jApiClasses.each { type ->
	if (type.fullyQualifiedName ==~ created && type.superclass.oldSuperclassName.orElse('') == 'java.lang.Record') {
		type.constructors.clear()
	}
}
return jApiClasses
