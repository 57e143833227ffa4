"""Step 1: the teacher's vectors of the training pairs whose licence is stated."""
from common import *
import re,os
D=DATA + '/train/'
skip={'hadith_lk_matn','hadith_lk_section','umbrella'}
pairs=[];src=[]
seen=set()
for f in sorted(os.listdir(D)):
    n=f[:-4]
    if n in skip: continue
    for l in open(D+f,encoding='utf-8'):
        p=l.rstrip('\n').split('\t')
        if len(p)!=2: continue
        a,e=p
        a=re.sub(r'<[^>]*>|%[\w.]*|\{[^}]*\}|\$\w+|&\w+;',' ',a).replace('_','').strip(); e=re.sub(r'<[^>]*>|%[\w.]*|\{[^}]*\}|\$\w+|&\w+;',' ',e).replace('_','').strip()
        if not re.search('[\u0621-\u064a]',a) or not re.search('[A-Za-z]',e): continue
        if re.search('[\ufb50-\ufeff]',a): continue
        k=(a,e)
        if k in seen: continue
        seen.add(k)
        # strip diacritics for the teacher? keep as undiacritised (teacher is trained on plain text)
        a=re.sub('[\u064b-\u0652\u0670\u0640\u0653-\u065f\u06d6-\u06ed\u200f\u200e]','',a).replace('\u0671','\u0627')
        pairs.append((' '.join(a.split()[:60]),' '.join(e.split()[:80]))); src.append(n)
import collections
print(len(pairs),collections.Counter(src))
import json
with open('pairs.jsonl','w') as o:
    for (a,e),s in zip(pairs,src): o.write(json.dumps([a,e,s],ensure_ascii=False)+'\n')
use=USE(threads=1)
N=len(pairs)
A=np.lib.format.open_memmap('A.npy','w+',np.float16,(N,512));B=np.lib.format.open_memmap('B.npy','w+',np.float16,(N,512))
t=time.time()
for i in range(0,N,4096):
    A[i:i+4096]=use.encode([p[0] for p in pairs[i:i+4096]]);B[i:i+4096]=use.encode([p[1] for p in pairs[i:i+4096]])
    print(i,time.time()-t,flush=True)
A.flush();B.flush();print('done')
