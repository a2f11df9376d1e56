import sys,pathlib
a,b=map(pathlib.Path,sys.argv[1:3])
fa={p.relative_to(a).as_posix() for p in a.rglob('*') if p.is_file()}; fb={p.relative_to(b).as_posix() for p in b.rglob('*') if p.is_file()}
print("only a",sorted(fa-fb)[:10],"only b",sorted(fb-fa)[:12])
d=[f for f in fa&fb if (a/f).read_bytes()!=(b/f).read_bytes()]
print(len(fa&fb),"differ",len(d),sorted(d)[:10])
import difflib
for f in sorted(d)[:2]:
    print(f); print("\n".join(list(difflib.unified_diff((a/f).read_text(errors='replace').split("\n"),(b/f).read_text(errors='replace').split("\n"),lineterm="",n=0))[:30]))
