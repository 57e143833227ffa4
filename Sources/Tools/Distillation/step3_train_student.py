"""Step 3: additive vectors of words and pieces: in-batch softmax on the pairs, and towards the teacher's vectors.
Arguments: 128 20 0.01 (dimensions, epochs of 400 batches, rate)."""
# prototype: additive student of the teacher
from common import *
import re,json,collections,random,sys
import scipy.sparse as sp
rng=np.random.default_rng(1)
D=int(sys.argv[1]) if len(sys.argv)>1 else 128
EPOCHS=int(sys.argv[2]) if len(sys.argv)>2 else 3
fold=str.maketrans('أإآٱىةیکئؤ','اااايهيكءء')
fold=str.maketrans({'أ':'ا','إ':'ا','آ':'ا','ٱ':'ا','ى':'ي','ة':'ه','ی':'ي','ک':'ك'})
RA=re.compile('[\u0621-\u064a]+|[a-z]+'); 
def words(s): 
    s=re.sub('[\u064b-\u0652\u0670\u0640\u0653-\u065f\u06d6-\u06ed]','',s).translate(fold).lower()
    return RA.findall(s.replace("'s ",' ').replace('’s ',' '))
u=USE(); P=u._tokenizer._pieces
pieces=set()
for p in P:
    q=p.translate(fold).lower()
    if re.fullmatch('▁?(?:[\u0621-\u064a]+|[a-z]+)',q): pieces.add(q.replace('▁','^'))
for c in 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئabcdefghijklmnopqrstuvwxyz': pieces.add(c);pieces.add('^'+c)
pairs=[json.loads(l) for l in open('pairs.jsonl')]
aug=json.load(open('aug.json'))
texts=[('A',[p[0] for p in pairs]),('B',[p[1] for p in pairs]),('LA',[x[0] for x in aug['lex']]),('LE',[x[1] for x in aug['lex']]),('XA',aug['XA']),('XE',aug['XE'])]
W={n:[words(t) for t in T] for n,T in texts}
cnt=collections.Counter()
for n in W:
    for s in W[n]: cnt.update(s)
base=collections.Counter()
for n in ('A','B','LA','LE'):
    for s in W[n]: base.update(s)
maxlen=max(map(len,pieces))
def seg(w):
    w='^'+w; out=[];i=0
    while i<len(w):
        for L in range(min(maxlen,len(w)-i),0,-1):
            if w[i:i+L] in pieces: out.append(w[i:i+L]); i+=L; break
        else: i+=1
    return out
# piece usage
allw=[w for w,c in cnt.items()]
pu=collections.Counter()
segs={w:seg(w) for w in allw}
for w in allw:
    for p in segs[w]: pu[p]+=1
plist=[p for p,c in pu.items() if c>=2]
vocab=[w for w,c in base.items() if c>=3]
print('words',len(vocab),'pieces',len(plist),flush=True)
id_={('p',p):i for i,p in enumerate(plist)}
for w in vocab: id_[('w',w)]=len(id_)
V=len(id_)
cache={}
def units(w):
    if w not in cache:
        s=segs.get(w) or seg(w)
        r=[id_[('p',p)] for p in s if ('p',p) in id_]
        k=id_.get(('w',w))
        cache[w]=(k,r)
    return cache[w]
def csr(S,drop=0.0):
    ind=[];ptr=[0];dat=[]
    for s in S:
        for w in s:
            k,r=units(w)
            if k is not None and not(drop and rng.random()<drop):
                ind.append(k);dat.append(1.)
            elif r:
                ind+=r; dat+=[1.]*len(r)
        ptr.append(len(ind))
    return sp.csr_matrix((np.array(dat,np.float32),np.array(ind,np.int32),np.array(ptr)),shape=(len(S),V))
T={n:np.load(n+'.npy',mmap_mode='r') for n in W}
# PCA of teacher
samp=np.concatenate([T[n][rng.choice(len(T[n]),20000,replace=False)].astype(np.float32) for n in ('A','B','XA','XE')])
mu=samp.mean(0); U,S,Vt=np.linalg.svd(samp-mu,full_matrices=False)
Pm=Vt[:D].T.astype(np.float32)
print('pca energy',(S[:D]**2).sum()/(S**2).sum())
def proj(X): 
    Y=(X.astype(np.float32)-mu)@Pm; return Y/np.maximum(np.linalg.norm(Y,axis=1,keepdims=True),1e-6)
E=(rng.standard_normal((V,D))*0.05).astype(np.float32)
m=np.zeros((V,D),np.float32);v=np.zeros((V,D),np.float32)

lenw=np.array([min(len(a),20) for a in W['A']],float); 
srcw=np.array([0.35 if p[2].startswith('ui_debian') or p[2].startswith('ui_odoo') else (0.7 if p[2].startswith('hadith') else 1) for p in pairs])
pw=(np.clip(lenw,1,12)/12)*srcw; pw/=pw.sum()
scale=20.
def softgrad(Q,K,scale):
    # CE of Q rows vs K rows ; returns loss, dQ
    L=scale*(Q@K.T); L-=L.max(1,keepdims=True); Pp=np.exp(L); Pp/=Pp.sum(1,keepdims=True)
    n=len(Q); loss=-np.log(Pp[np.arange(n),np.arange(n)]+1e-9).mean()
    Pp[np.arange(n),np.arange(n)]-=1
    return loss,scale*(Pp@K)/n,scale*(Pp.T@Q)/n
def step(X,G,lr,t):
    # dS = G (B x D) -> sparse grad on E
    g=X.T.tocsr()@G
    rows=np.unique(X.indices)
    gr=g[rows]
    m[rows]=.9*m[rows]+.1*gr; v[rows]=.999*v[rows]+.001*gr*gr
    E[rows]-=lr*(m[rows])/(np.sqrt(v[rows])+1e-8)
def norm(S):
    n=np.maximum(np.linalg.norm(S,axis=1,keepdims=True),1e-6); return S/n,n
def back(G,N,n): return (G-(G*N).sum(1,keepdims=True)*N)/n
dev={s:load(s) for s in ['ntrex','flores','tico','pud']}
devX={s:(csr([words(x) for x in a]),csr([words(x) for x in e])) for s,(a,e) in dev.items()}
def evaluate():
    r=[]
    for s in dev:
        A,_=norm(devX[s][0]@E);B,_=norm(devX[s][1]@E); r.append('%s %.4f/%.4f'%(s,pat1(A,B),pat1m(A,B)))
    return ' '.join(r)
B_=1024
steps=EPOCHS*400; LR=float(sys.argv[3])
t0=time.time();acc=0
CS={n:csr(W[n]) for n in W}
for n in W: CS[n+'d']=csr(W[n],0.9)
print('csr',time.time()-t0,flush=True)
# init: mean teacher vector of the sentences that hold the unit, idf-weighted
num=np.zeros((V,D),np.float32); den=np.zeros(V,np.float32)
for n in W:
    for X in (CS[n],CS[n+'d']):
        for i in range(0,X.shape[0],20000):
            x=X[i:i+20000].copy(); x.data[:]=1
            l=np.maximum(np.asarray(x.sum(1)).ravel(),1); x=sp.diags(1/l).tocsr()@x
            t_=proj(T[n][i:i+20000])
            num+=x.T@t_; den+=np.asarray(x.sum(0)).ravel()
E=num/np.maximum(den,1e-6)[:,None]
fr=den/den.sum()
E*= (1e-4/(1e-4+fr))[:,None]
E=E.astype(np.float32)
print('init',flush=True)
def pick(n,idx,drop):
    return CS[n+'d' if drop else n][idx]
for it in range(steps):
    lr=LR*min(1,it/50)*(1-it/steps)+1e-4
    drop=rng.random()<.25
    kind=it%4
    if kind in (0,1):
        idx=rng.choice(len(pairs),B_,replace=False,p=pw); names=('A','B')
    elif kind==2:
        idx=rng.choice(len(aug['lex']),B_,replace=False); names=('LA','LE')
    else: names=None
    if names:
        XA=pick(names[0],idx,drop);XB=pick(names[1],idx,drop)
        a,na=norm(XA@E);b,nb=norm(XB@E)
        idx.sort
        ta=proj(T[names[0]][np.sort(idx)])[np.argsort(np.argsort(idx))];tb=proj(T[names[1]][np.sort(idx)])[np.argsort(np.argsort(idx))]
        tm=ta+tb; tm/=np.maximum(np.linalg.norm(tm,axis=1,keepdims=True),1e-6)
        l1,ga,gb=softgrad(a,b,scale); l2,gb2,ga2=softgrad(b,a,scale)
        l3,ga3,_=softgrad(a,tm,scale); l4,gb4,_=softgrad(b,tm,scale)
        GA=ga+ga2+ga3-2*ta/B_; GB=gb+gb2+gb4-2*tb/B_
        loss=l1+l2+l3+l4
        X=sp.vstack([XA,XB]).tocsr();G=np.concatenate([back(GA,a,na),back(GB,b,nb)])
    else:
        ia=np.sort(rng.choice(len(aug['XA']),B_,replace=False)); ie=np.sort(rng.choice(len(aug['XE']),B_,replace=False))
        XA=pick('XA',ia,drop);XB=pick('XE',ie,drop)
        a,na=norm(XA@E);b,nb=norm(XB@E); ta=proj(T['XA'][ia]);tb=proj(T['XE'][ie])
        l3,ga3,_=softgrad(a,ta,scale); l4,gb4,_=softgrad(b,tb,scale)
        GA=ga3-2*ta/B_;GB=gb4-2*tb/B_; loss=l3+l4
        X=sp.vstack([XA,XB]).tocsr();G=np.concatenate([back(GA,a,na),back(GB,b,nb)])
    step(X,G.astype(np.float32),lr,it)
    acc=.98*acc+.02*loss
    if it==0 or it%400==399: print(it,'%.3f'%acc,evaluate(),'%.0fs'%(time.time()-t0),flush=True)
np.save(f'E{D}.npy',E); json.dump([list(k) for k in id_],open(f'units{D}.json','w'))
# int8
s=np.abs(E).max(1,keepdims=True)/127; Eq=np.round(E/np.maximum(s,1e-9))*s; E=Eq.astype(np.float32); print('int8',evaluate())
