"""Step 4: what `wasl train --vectors vectors` reads: words met eight times, and all pieces."""
import re,json,collections,sys
from common import *
import scipy.sparse as sp
D=96
E=np.load('E128.npy');U=[tuple(x) for x in json.load(open('units128.json'))]
fold=str.maketrans({'أ':'ا','إ':'ا','آ':'ا','ٱ':'ا','ى':'ي','ة':'ه','ی':'ي','ک':'ك'})
RA=re.compile('[\u0621-\u064a]+|[a-z]+')
def words(s):
    s=re.sub('[\u064b-\u0652\u0670\u0640\u0653-\u065f\u06d6-\u06ed]','',s).translate(fold).lower()
    return RA.findall(s.replace("'s ",' ').replace('’s ',' '))
pairs=[json.loads(l) for l in open('pairs.jsonl')]
lex=json.load(open('aug.json'))['lex']
base=collections.Counter();tr=[]
for a,e,s in pairs:
    wa=words(a);we=words(e);tr.append((wa,we)); base.update(wa);base.update(we)
for a,e,_ in lex: base.update(words(a));base.update(words(e))
def setup(minc,E,U):
    keep=[i for i,(k,t) in enumerate(U) if k=='p' or base[t]>=minc]
    idx={U[i]:j for j,i in enumerate(keep)}
    return E[keep],[U[i] for i in keep],idx
def csr(S,idx):
    ps={t for k,t in idx if k=='p'}; ml=max(map(len,ps)); cache={}
    def units(w):
        if w in cache: return cache[w]
        if ('w',w) in idx: r=[idx[('w',w)]]
        else:
            v='^'+w;r=[];i=0
            while i<len(v):
                for L in range(min(ml,len(v)-i),0,-1):
                    if v[i:i+L] in ps: r.append(idx[('p',v[i:i+L])]);i+=L;break
                else: i+=1
        cache[w]=r; return r
    ind=[];ptr=[0]
    for s in S:
        for w in s: ind+=units(w)
        ptr.append(len(ind))
    return sp.csr_matrix((np.ones(len(ind),np.float32),ind,ptr),shape=(len(S),len(idx)))
kept,units,_=setup(8,E,U)
kept.astype('<f4').tofile('vectors.f32'); open('vectors.txt','w').write(''.join(f'{k} {t}\n' for k,t in units))
print(len(units))
