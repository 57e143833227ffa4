"""Step 2: the teacher's vectors of dictionary entries, and of training sentences with words exchanged, so that
rare words are met in many contexts."""
from common import *
import re,json,collections,random
random.seed(7)
u=USE(threads=1); P=u._tokenizer._pieces
A=[];E=[]
ca=collections.Counter();ce=collections.Counter()
for l in open('pairs.jsonl'):
    a,e,s=json.loads(l); A.append(a);E.append(e)
    ca.update(re.findall('[\u0621-\u064a]+',a)); ce.update(re.findall("[A-Za-z][a-z]+",e))
lex=[]
for f in ['arabic_wordnet','freedict_ara_eng','freedict_eng_ara','google_translit_names','tico_terms']:
    for l in open(f'{DATA}/lex/{f}.tsv',encoding='utf-8'):
        p=l.rstrip('\n').split('\t')
        if len(p)==2:
            a=re.sub('[\u064b-\u0652\u0670\u0640]','',p[0]); lex.append((a,p[1],f))
lex=list(dict.fromkeys(lex))
print('lex',len(lex))
la=collections.Counter(w for a,_,_ in lex for w in re.findall('[\u0621-\u064a]+',a)); le=collections.Counter(w for _,e,_ in lex for w in re.findall("[A-Za-z][a-z]+",e))
enw=set(w.lower() for w in ce)|set(w.lower() for w in le)
lw=[p[1:] for p in P if re.fullmatch("▁[A-Za-z][a-z]+",p) and p[1:].lower() in enw]
vocA=[p[1:] for p in P if re.fullmatch('▁[\u0621-\u064a]{2,}',p)]*4+[w for w in ca if ca[w]>=3]+list(la)
vocE=lw*3+[w for w in ce if ce[w]>=3]+list(le)
print('voc',len(vocA),len(vocE),'teacher english words',len(lw))
def aug(S,voc,rx,n):
    out=[]
    pool=[s for s in S if 5<=len(s.split())<=28]
    while len(out)<n:
        s=random.choice(pool)
        out.append(rx.sub(lambda m: random.choice(voc) if random.random()<.4 and len(m.group())>3 else m.group(),s))
    return out
XA=aug(A,vocA,re.compile('[\u0621-\u064a]+'),130000); XE=aug(E,vocE,re.compile('[A-Za-z]+'),130000)
json.dump(dict(lex=lex,XA=XA,XE=XE),open('aug.json','w'),ensure_ascii=False)
t=time.time()
def enc(T,name):
    M=np.lib.format.open_memmap(name,'w+',np.float16,(len(T),512))
    for i in range(0,len(T),4096):
        M[i:i+4096]=u.encode(T[i:i+4096])
    M.flush(); print(name,len(T),time.time()-t,flush=True)
enc([a for a,_,_ in lex],'LA.npy');enc([e for _,e,_ in lex],'LE.npy');enc(XA,'XA.npy');enc(XE,'XE.npy')
